import { type Json, sendsJson } from './ask.ts';
import type { Post } from './channel.ts';
import type { ChannelType } from './channel-type.ts';
import { incomingWebhook } from './incoming-webhook.ts';

const URL_NAME = 'TRACKER_SLACK_WEBHOOK_URL';
/** Of a text object in a section: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const LONGEST_TEXT = 3_000;

/** An incoming webhook: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slack: ChannelType = {
  kind: 'slack',
  description: 'A channel of Slack, by an incoming webhook. Posted at most once.',
  secrets: [URL_NAME],
  open: ({ slack: own }, secrets) => {
    if (own === null) return null;
    const address = secrets[URL_NAME] ?? '';
    return {
      ...incomingWebhook(address, URL_NAME, LONGEST_TEXT, bodyOf),
      // A message without text is refused as such only by an address that works.
      check: async (ask) => {
        const call = sendsJson(address, { text: '' });
        const answer = await ask({ ...call, isRepeatable: true, accept: [400] });
        const said = Buffer.from(answer.body).toString('utf8').trim();
        if (/^(no_text|invalid_payload|missing_text_or_fallback_or_attachments)$/.test(said)) {
          return { kind: 'works', as: 'an incoming webhook' };
        }
        return { kind: 'not-checkable', why: 'Slack answers in a way that is not known' };
      },
    };
  },
};

/**
 * Names stand in `plain_text`, in which Slack formats nothing; only the link, which is ours, is
 * formatted.
 */
function bodyOf({ text, model: { link } }: Post): Json {
  const words = text.split('\n').filter((line) => line !== link);
  return {
    text,
    mrkdwn: false,
    unfurl_links: true,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: words.join('\n'), emoji: false } },
      ...(link === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: `<${link}>` } }]),
    ],
  };
}
