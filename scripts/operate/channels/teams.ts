import type { Json } from './ask.ts';
import type { Post } from './channel.ts';
import type { ChannelType } from './channel-type.ts';
import { incomingWebhook } from './incoming-webhook.ts';

const URL_NAME = 'TRACKER_TEAMS_WEBHOOK_URL';
/** A message may have 28 kB, markup included. */
const LONGEST_TEXT = 4_000;

/**
 * A workflow “When a Teams webhook request is received”, which takes Adaptive Cards only:
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export const teams: ChannelType = {
  kind: 'teams',
  description: 'A channel of Microsoft Teams, by a workflow with a webhook. Posted at most once.',
  secrets: [URL_NAME],
  open: ({ teams: own }, secrets) => {
    if (own === null) return null;
    const address = secrets[URL_NAME] ?? '';
    return {
      ...incomingWebhook(address, URL_NAME, LONGEST_TEXT, bodyOf),
      check: async () => ({ kind: 'not-checkable', why: 'a request would be posted' }),
    };
  },
};

/**
 * Names stand in text runs, which know no Markdown, unlike the text blocks of a card. The template's
 * last line is the label of the button that opens the page.
 */
function bodyOf({ text, card: picture, model: { link } }: Post): Json {
  const lines = text.split('\n');
  const label = lines.at(-1) ?? link;
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [
      ...lines.slice(0, -1).map((line, index) => ({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text: line, weight: index === 0 ? 'Bolder' : 'Default' }],
      })),
      ...(picture?.url ? [{ type: 'Image', url: picture.url, altText: picture.alt }] : []),
    ],
    ...(link === '' ? {} : { actions: [{ type: 'Action.OpenUrl', title: label, url: link }] }),
  };
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: card,
      },
    ],
  };
}
