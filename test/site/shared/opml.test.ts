import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { opmlOf } from '../../../site/shared/opml.ts';

describe('opmlOf', () => {
  it('is read by a strict parser, hostile names included', () => {
    const name = 'A & B <script>"x"\u0000';
    const feed = 'https://district.example/tracker/schools/7/feed.rss?a=1&b=2';
    const page = 'https://district.example/tracker/schools/7/';
    const read = parseOpml(opmlOf('My <schools>', [{ title: name, feed, page }]));
    expect(read.head?.title).toBe('My <schools>');
    expect(read.body?.outlines).toEqual([
      {
        type: 'rss',
        text: 'A & B <script>"x"',
        title: 'A & B <script>"x"',
        xmlUrl: feed,
        htmlUrl: page,
      },
    ]);
  });
});
