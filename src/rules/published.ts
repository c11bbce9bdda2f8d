import { z } from 'zod';
import { rulesSchema } from './schema.js';

const OWN_CODE = '^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$';

/**
 * The JSON Schema of a rules file, for editors: the same shape the loader holds files to, but that codes of a file's own
 * findings may stand wherever a code may. `codes` and `options` as for `rulesSchema`.
 */
export function publishedSchema(codes: readonly string[], options: object): object {
  const schema = z.toJSONSchema(rulesSchema(codes, options), {
    io: 'input', unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // A list of codes: those there are, offered by the editor, or one of the file's own.
      if (Array.isArray(jsonSchema.enum) && jsonSchema.enum.length === codes.length) {
        const known = jsonSchema.enum;
        delete jsonSchema.enum;
        delete jsonSchema.type;
        jsonSchema.anyOf = [{ enum: known }, { type: 'string', pattern: OWN_CODE }];
      }
    },
  }) as Record<string, unknown> & { properties: Record<string, Record<string, unknown>> };
  const price = { anyOf: [{ enum: ['reject', 'flag', 'note', 'off'] }, { $ref: '#/definitions/price' }] };
  const { codes: prices, findings } = schema.properties;
  const first = Object.values((prices as { properties: object }).properties)[0] as object;
  Object.assign(prices!, {
    properties: Object.fromEntries(codes.map((code) => [code, price])),
    patternProperties: { [OWN_CODE]: price },
  });
  Object.assign(findings!, { propertyNames: { pattern: OWN_CODE } });
  return { ...schema, title: 'Rules of leadclean', definitions: { price: first } };
}
