import { z } from 'zod';
import { settingsSchema } from './schema.ts';

/** The JSON Schema of `district.json`, for editors: generated, so that it cannot drift. */
export function settingsJsonSchema(): string {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' });
  const titled = { ...schema, title: 'Settings of a district (district.json)' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
