/** Describes the API as OpenAPI 3.1, from the same contracts that the server and the tab run by. */
import { z } from 'zod';
import { bytes, type Endpoint } from '../core/endpoint.ts';
import type { Route } from '../core/feature.ts';
import { API, problem } from './contract.ts';

type AnyEndpoint = Endpoint<unknown, unknown, unknown>;
type Schema = Record<string, unknown>;

export function openApi(routes: readonly Route[], own: readonly AnyEndpoint[], version: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  const add = (path: string, endpoint: AnyEndpoint, more: object): void => {
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: { ...operation(path, endpoint), ...more } };
  };
  for (const endpoint of own) add(`${API}${endpoint.path}`, endpoint, {});
  for (const { endpoint, role } of routes) {
    add(`${API}/networks/{networkId}${endpoint.path}`, endpoint, { 'x-role': role });
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verkostobotti', version, license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ teams: [] }],
    paths,
    components: {
      securitySchemes: {
        teams: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token that Teams gives to the tab.',
        },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: {
        Problem: {
          description: 'Refused, wrong or failed; the status and the code say which.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operation(path: string, { method, summary, params, body, response, largestBody }: AnyEndpoint): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const declared = schemaOf(params, 'input');
  const properties = {
    ...(inPath.includes('networkId') ? { networkId: { type: 'string' } } : {}),
    ...objectOf(declared.properties),
  };
  const required = Array.isArray(declared.required) ? declared.required : [];
  const sent = schemaOf(body, 'input');
  const answer = schemaOf(response, 'output');
  return {
    operationId: `${method.toLowerCase()}${path
      .replace(API, '')
      .replace(/\W+(\w)/g, (_, first: string) => first.toUpperCase())
      .replace(/\W/g, '')}`,
    summary,
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.includes(name),
      schema,
    })),
    ...(body === bytes
      ? {
          requestBody: {
            required: true,
            description: `At most ${largestBody} bytes, with a Content-Length.`,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    ...(body !== bytes && method !== 'GET' && Object.keys(objectOf(sent.properties)).length > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: sent } } } }
      : {}),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: answer } } },
      ...(body === bytes
        ? { 503: { description: 'Too many such bodies are on their way; send it again after Retry-After seconds.' } }
        : {}),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** JSON Schema without the dialect's name, which OpenAPI gives for the whole document. */
function schemaOf(of: z.ZodType<unknown>, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(of, { io, unrepresentable: 'any' }) as Schema;
  return schema;
}
