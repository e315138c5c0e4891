import { reject } from './causes.ts';

/**
 * Google answers with status 200 and a page in most of its failures: sign-in, "unusual traffic",
 * quota. Told apart by address and words, because each has its own way out.
 *
 * @param address where the body came from, after redirects
 * @throws Refusal (exit 3) when the text is a page instead of data
 */
export function refuseHtml(text: string, address: string): void {
  const start = text.slice(0, 2000).trimStart();
  if (!/^(<!doctype html|<html|<head|<script|<!--|<\?xml)/i.test(start)) return;
  const page = text.slice(0, 200_000);
  const title = /<title[^>]{0,200}>([^<]{0,500})/i
    .exec(page)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  const said = title ? ` ("${title}")` : '';
  if (/\/sorry\/|unusual traffic|recaptcha/i.test(address + page)) {
    throw reject(
      'unusual-traffic-page',
      `The source shows a page about unusual traffic instead of data${said}`,
    );
  }
  if (/accounts\.google\.com|ServiceLogin|sign in|log in/i.test(address + page)) {
    throw reject('sign-in-page', `The source shows a sign-in page instead of data${said}`);
  }
  throw reject('html-page', `The source shows a web page instead of data${said}`);
}
