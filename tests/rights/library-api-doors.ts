import { operator } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import type { Cast, Person } from './cast.ts';
import { right, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

const root = '/api/v1/library';
const keeps = right('library.keep');
/** Members of the cell, and those above or in it who keep documents there. */
export const readsOfTheCell = (person: Person) => person.position === 'inside' || keeps(person);
/** Of what one may not read there is nothing; what one may only read stays as it is. */
const refusal = [403, 404];

/** A first one, read from its file, of which others are made: reading takes a thread. */
const firstOf = new WeakMap<Cast, Promise<string>>();

async function firstDocument({ hub }: Cast): Promise<string> {
  const text = `---
number: "01-NQ/CB"
issuer: "Chi bộ thôn"
date: "2026-02-03"
title: "Nghị quyết của chi bộ thôn"
---

Điều 1. Trực nhà văn hóa

Đảng viên trực nhà văn hóa theo lịch.
`;
  const file = { name: 'nghi-quyet.md', mediaType: 'text/markdown', content: Buffer.from(text) };
  const { document } = await hub.library.keeping.add(operator, file, { unit: 'X1-C', release: true });
  return document!.id;
}

/** A new document of the cell, released. */
export async function documentOfTheCell(stage: Stage, cast: Cast, number?: string): Promise<string> {
  const first = firstOf.get(cast) ?? firstDocument(cast);
  firstOf.set(cast, first);
  const model = await first;
  const id = newId();
  const name = number ?? stage.anew('');
  await cast.hub.database.transaction(async (sql) => {
    const [row] = await sql.query<{ version: number }>(
      'update library_version set version = version + 1 returning version',
    );
    const other = {
      id,
      number: `${name}-NQ/CB`,
      title: `Nghị quyết của chi bộ thôn ${name}`,
      file_sha256: `\\x${Buffer.from(name).toString('hex')}`,
      version: row!.version,
    };
    await sql.query(
      `insert into library_document
       select (jsonb_populate_record(null::library_document, to_jsonb(d) || $2::jsonb)).* from library_document d where id = $1`,
      [model, JSON.stringify(other)],
    );
    await sql.query(
      'insert into library_file_part select $2, part, content from library_file_part where document_id = $1',
      [model, id],
    );
  });
  await cast.hub.signals.publish('library', [id]);
  return id;
}

const about = (
  rest: string,
  { json, may = readsOfTheCell }: { json?: object; may?: Rule['may'] } = {},
): Rule => ({
  may,
  ask: async (stage, _person, cast) => ({
    url: `${root}/documents/${await documentOfTheCell(stage, cast)}${rest}`,
    ...(json ? { json } : {}),
  }),
  refusal,
});

const described = {
  revision: 0,
  number: '1-NQ/CB',
  kind: 'Nghị quyết',
  issuer: 'Chi bộ',
  date: null,
  effective: null,
  expires: null,
  title: 'Nghị quyết',
};

/** Reading and keeping documents of the cell over the API. */
export const libraryApi: Record<string, Rule> = {
  [`GET ${root}/search`]: {
    may: readsOfTheCell,
    ask: async (stage, _person, cast) => {
      await documentOfTheCell(stage, cast);
      const [row] = await cast.hub.database.query<{ version: number }>('select version from library_version');
      await cast.hub.library.finding.until(row!.version);
      return { url: `${root}/search?q=truc%20nha%20van%20hoa%20theo%20lich` };
    },
    shows: 'Nghị quyết của chi bộ thôn',
  },
  [`GET ${root}/documents`]: {
    may: readsOfTheCell,
    ask: async (stage, _person, cast) => {
      await documentOfTheCell(stage, cast);
      return { url: `${root}/documents` };
    },
    shows: 'Nghị quyết của chi bộ thôn',
  },
  [`POST ${root}/documents`]: {
    may: keeps,
    ask: (stage) => ({
      url: `${root}/documents`,
      fields: { unit: 'X1-C' },
      file: { name: 'a.md', content: `QUY ĐỊNH\n\nĐiều 1. ${stage.anew('Số ')}` },
    }),
  },
  [`GET ${root}/documents/:id`]: about(''),
  [`GET ${root}/documents/:id/text`]: about('/text'),
  [`GET ${root}/documents/:id/original`]: about('/original'),
  [`PUT ${root}/documents/:id`]: {
    may: keeps,
    ask: async (stage, _person, cast) => ({
      url: `${root}/documents/${await documentOfTheCell(stage, cast)}`,
      json: { ...described, number: stage.anew('S') },
    }),
    refusal,
  },
  [`POST ${root}/documents/:id/relations`]: {
    may: keeps,
    ask: async (stage, _person, cast) => ({
      url: `${root}/documents/${await documentOfTheCell(stage, cast)}/relations`,
      json: { kind: 'amends', target: await documentOfTheCell(stage, cast) },
    }),
    refusal,
  },
  [`POST ${root}/documents/:id/relations/:relation`]: {
    may: keeps,
    ask: async (stage, _person, cast) => {
      const { keeping, reading } = cast.hub.library;
      const id = await documentOfTheCell(stage, cast);
      await keeping.relate(operator, id, { kind: 'amends', target: await documentOfTheCell(stage, cast) });
      const [relation] = (await reading.document(operator, id)).relations;
      return { url: `${root}/documents/${id}/relations/${relation!.id}`, json: { state: 'rejected' } };
    },
    refusal,
  },
  [`DELETE ${root}/documents/:id`]: about('', { may: keeps }),
};
