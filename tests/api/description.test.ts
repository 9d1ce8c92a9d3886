import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type Office } from './office.ts';

interface Media {
  schema: { examples?: unknown[]; $ref?: string };
  example?: unknown;
  examples?: object;
}
interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
}
interface Description {
  openapi: string;
  info: { title: string; version: string };
  security: object[];
  components: { securitySchemes: object };
  paths: Record<string, Record<string, Operation>>;
}

let office: Office;
let description: Description;
beforeAll(async () => {
  office = await openOffice({ empty: true });
  description = (await office.app.inject('/api/openapi.json')).json();
}, 60_000);
afterAll(() => office.close());

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

test('is OpenAPI 3.1 with a bearer token', () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(description.info).toMatchObject({ title: 'Cầu Nối', version: '1' });
  expect(description.components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
  expect(description.security).toEqual([{ bearer: [] }]);
});

test('names every route of the API and no other', () => {
  const declared = office.routes
    .filter(({ url }) => url.startsWith('/api/v1/'))
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(declared.length).toBeGreaterThanOrEqual(25);
  expect(
    operations()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(declared.toSorted());
});

test('says of every route what it does, what it takes and what it answers, with examples', () => {
  for (const { name, operation } of operations()) {
    expect(operation.summary, name).toMatch(/^[A-Z].{10,}/);
    expect(operation.tags, name).toHaveLength(1);
    const placeholders = [...name.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
    const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(named.map((parameter) => parameter.name)).toEqual(placeholders);

    const codes = Object.keys(operation.responses);
    expect(codes, name).toContain('4XX');
    expect(
      codes.some((code) => code.startsWith('2')),
      name,
    ).toBe(true);
    for (const { description: words } of Object.values(operation.responses)) {
      expect(words, name).not.toBe('Default Response');
    }
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    for (const [type, media] of bodies.flatMap((body) => Object.entries(body?.content ?? {}))) {
      const examples = [media.example, media.examples, media.schema.examples].filter(Boolean);
      expect(examples.length, `${name} ${type}`).toBeGreaterThan(0);
      expect(JSON.stringify(media)).not.toContain('$ref');
    }
  }
});

test('shows the other ways to bring a body', () => {
  const types = (path: string) => Object.keys(description.paths[path]!['post']!.requestBody!.content);
  expect(types('/api/v1/notices')).toEqual(['application/json', 'multipart/form-data']);
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(types('/api/v1/units/import')).toEqual(['text/csv', sheet, 'multipart/form-data']);
  expect(types('/api/v1/members/import')).toEqual(['text/csv', sheet, 'multipart/form-data']);
});
