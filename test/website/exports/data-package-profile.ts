import { z } from 'zod';

/**
 * What the profiles of Data Package 2.0 demand of a descriptor
 * (https://datapackage.org/profiles/2.0/datapackage.json and those that it includes), for the
 * properties that are used here. Others are refused: a misspelt one would be allowed by the profiles.
 */
const path = z.union([
  z.url({ protocol: /^(http|ftp)s?$/ }),
  z.string().regex(/^(?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*$/),
]);
const name = z.string().min(1);

const fieldOf = <T extends string>(type: T, constraints: z.core.$ZodLooseShape = {}) =>
  z.strictObject({
    name,
    type: z.literal(type),
    description: z.string().min(1).optional(),
    constraints: z.strictObject({ required: z.boolean().optional(), ...constraints }).optional(),
  });

/** `minimum` and `maximum` of a number. */
const limits = { minimum: z.number().optional(), maximum: z.number().optional() };

const field = z.discriminatedUnion('type', [
  fieldOf('string', {
    pattern: z.string().optional(),
    enum: z.array(z.string()).min(1).optional(),
  }),
  fieldOf('integer', limits),
  fieldOf('number', limits),
  fieldOf('datetime'),
  fieldOf('date').extend({ format: z.string().optional() }),
]);

const tableSchema = z.strictObject({
  fields: z.array(field).min(1),
  missingValues: z.array(z.string()),
  primaryKey: z.array(z.string()).min(1).optional(),
  uniqueKeys: z.array(z.array(z.string()).min(1)).min(1).optional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: z.array(z.string()).min(1),
        reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()).min(1) }),
      }),
    )
    .min(1)
    .optional(),
});

const resource = z.strictObject({
  name: name.regex(/^[-a-z0-9._/]+$/),
  description: z.string().optional(),
  path,
  type: z.literal('table').optional(),
  schema: tableSchema.optional(),
  format: z.string(),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.string(),
  dialect: z.strictObject({ lineTerminator: z.string() }),
  bytes: z.int(),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
});

export const dataPackageProfile = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: name.regex(/^[-a-z0-9._/]+$/),
  title: z.string(),
  description: z.string(),
  homepage: z.url(),
  licenses: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[-a-zA-Z0-9._]+$/)
          .optional(),
        path,
        title: z.string(),
      }),
    )
    .min(1)
    .optional(),
  sources: z.array(z.strictObject({ title: z.string(), path })),
  contributors: z
    .array(z.strictObject({ title: z.string(), path, roles: z.array(z.string()).min(1) }))
    .min(1),
  resources: z.array(resource).min(1),
});

export type DescribedTable = z.output<typeof resource>;
export type DescribedField = z.output<typeof field>;
