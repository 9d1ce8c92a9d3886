import type { RoleName } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { DocumentName } from './document-name.ts';
import type { Found } from './search/search.ts';
import type { Searchable } from './search/library-index.ts';
import type { Span } from './reading/sentences.ts';

export type { DocumentName };

export const documentStatuses = ['in_force', 'replaced', 'expired'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

export const relationKinds = ['replaces', 'replaced_by', 'amends', 'guides'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Why a file is not taken. `no-text`: a scan; `classified`: it bears a mark of secrecy; nothing of it is kept. */
export const refusals = [
  'unknown-format',
  'no-text',
  'broken',
  'encrypted',
  'too-large',
  'classified',
  'empty',
] as const;
export type Refusal = (typeof refusals)[number];

export interface UnitName {
  id: string;
  code: string;
  name: string;
}

export interface Readers {
  who: 'members' | 'roles';
  /** With `roles`: at least one. */
  roles: readonly RoleName[];
}

/** What a person corrects of what was found. */
export interface Described {
  /** Up to 60 characters. */
  number: string;
  /** Up to 60. */
  kind: string;
  /** Up to 200. */
  issuer: string;
  date: string | null;
  effective: string | null;
  /** The first day on which it holds no more. */
  expires: string | null;
  /** 1 to 500 characters. */
  title: string;
  /** Null: as relations and days tell. */
  saidStatus: DocumentStatus | null;
  readers: Readers;
}

export interface DocumentSummary extends DocumentName {
  unit: UnitName;
  state: 'draft' | 'released';
  effective: string | null;
  status: DocumentStatus;
  /** Not confirmed by anybody yet: only the text of another says so. */
  statusIsFound: boolean;
  passages: number;
  releasedAt: Date | null;
}

export interface RelationView {
  id: string;
  /** The document whose text says it. */
  from: DocumentName;
  kind: RelationKind;
  /** As it is printed there. */
  number: string;
  /** Null: not in the library, not yet chosen among several of that number, or not for this reader. */
  target: DocumentName | null;
  /** Documents of that number that could be meant, where none is chosen. */
  candidates: readonly DocumentName[];
  state: 'found' | 'confirmed' | 'rejected';
  /** The words that say it; null: a person added it. */
  said: string | null;
}

/** A part of a document that has a name: where one may begin to read. */
export interface OutlineEntry {
  /** `Điều 5`, `Chương II`, `Mục III`. */
  label: string;
  title: string;
  /** From 0: how deep it stands. */
  depth: number;
  start: number;
}

export interface DocumentView extends DocumentSummary, Described {
  revision: number;
  described: boolean;
  text: string;
  /** Where each of the file's pages begins in the text; empty where it has none. */
  pageStarts: readonly number[];
  outline: readonly OutlineEntry[];
  file: { name: string; mediaType: string; bytes: number };
  addedAt: Date;
  /** Both what it says of others, and others of it. Rejected ones only for who keeps it. */
  relations: readonly RelationView[];
  mayKeep: boolean;
}

/** Where a document stands among those before and after it, the newest first. */
export interface Chain {
  documents: readonly (DocumentSummary & { isThis: boolean })[];
  relations: readonly RelationView[];
}

export interface BrowseFilter {
  /** Words of its title, number or issuer, with or without diacritics. */
  words?: string | undefined;
  kind?: string | undefined;
  issuer?: string | undefined;
  year?: number | undefined;
  status?: DocumentStatus | undefined;
  /** Code of the unit it belongs to. */
  unit?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

export interface Browsed {
  documents: readonly DocumentSummary[];
  total: number;
  page: number;
  pages: number;
  /** Of all that this reader may read, whatever the filter: name and how many, the most frequent first. */
  kinds: readonly Counted[];
  issuers: readonly Counted[];
  years: readonly Counted[];
}

export interface Counted {
  name: string;
  count: number;
}

export interface GivenFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** What became of a file. */
export interface Added {
  status: 'indexed' | 'unchanged' | 'refused' | 'failed';
  /** Null where it was not taken. */
  document: DocumentName | null;
  passages: number;
  reason?: Refusal | undefined;
}

export interface Incoming {
  id: string;
  fileName: string;
  bytes: number;
  state: 'reading' | 'done' | 'refused' | 'failed';
  reason: Refusal | 'interrupted' | 'unchanged' | null;
  /** Pages read, and those there are; 0: not known. */
  done: number;
  total: number;
  documentId: string | null;
  startedAt: Date;
}

/** Who puts documents in, corrects and removes them: `library.keep` over the unit they belong to. */
export interface Keeping {
  /** Units in which the member may put documents, the highest first. */
  desks(by: Actor): Promise<UnitName[]>;
  /**
   * Reads a file and takes it in. The same file in the same unit is `unchanged`; another file of the same number, issuer
   * and day takes the place of the earlier one, and what a person corrected of it stays.
   *
   * @param where.unit code; default the top of the tree, so that everybody may read it
   * @param where.release false: it waits as a draft for a person to look at what was found
   * @throws {MayNot} @throws {UnknownUnit}
   */
  add(
    by: Actor,
    file: GivenFile,
    where: { unit?: string | undefined; readers?: Readers | undefined; release: boolean },
    onProgress?: (done: number, total: number) => void,
  ): Promise<Added>;
  /** Begins to read files that go in as drafts; what becomes of each is told by `incoming`. Returns at once. */
  receive(
    by: Actor & { memberId: string },
    files: readonly GivenFile[],
    where: { unit: string; readers: Readers },
  ): Promise<{ ids: string[] }>;
  /** Of the member's own, of the last day, newest first. */
  incoming(by: Actor & { memberId: string }): Promise<Incoming[]>;
  /** Drafts over which the member may keep. */
  drafts(by: Actor): Promise<DocumentSummary[]>;
  /**
   * What a person says of it from here on holds; a draft is released by it.
   *
   * @param revision the one that was looked at
   * @param as.takesPlaceOf id of a released document that gets text, file and relations of this draft and what is said of
   *   it; who reads it stays as it was set, days and status that are left open stay. The draft is there no more.
   * @throws {DocumentUnknown} @throws {DocumentMovedOn} @throws {DocumentInvalid}
   * @throws {IdentityTaken} names the other document
   */
  describe(
    by: Actor,
    id: string,
    described: Described,
    revision: number,
    as?: { takesPlaceOf?: string | undefined },
  ): Promise<void>;
  /** @throws {DocumentUnknown} @throws {RelationInvalid} the target is no document of the library */
  decide(
    by: Actor,
    id: string,
    relation: { id: string; state: 'confirmed' | 'rejected'; target?: string | undefined },
  ): Promise<void>;
  /** One that the text does not say. @throws {RelationInvalid} */
  relate(by: Actor, id: string, relation: { kind: RelationKind; target: string }): Promise<void>;
  /** Text, file and vectors go; it cannot be undone. @throws {DocumentUnknown} */
  remove(by: Actor, id: string): Promise<void>;
}

/** What anybody may do with what they may read; of what they may not, there is nothing. */
export interface Reading {
  browse(by: Actor, filter: BrowseFilter): Promise<Browsed>;
  /** @throws {DocumentUnknown} there is none, or not for this reader */
  document(by: Actor, id: string): Promise<DocumentView>;
  chain(by: Actor, id: string): Promise<Chain>;
  original(by: Actor, id: string): Promise<GivenFile>;
  /** Those of some ids whose documents may be read right now, as the database says: it needs no index. */
  readable(by: Actor, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Released since the reader was last shown, newest first, at most 20; never shown: of the last thirty days. */
  whatsNew(memberId: string): Promise<DocumentSummary[]>;
  /** From here on only what comes later is new. */
  markSeen(memberId: string): Promise<void>;
}

/** A document in the index, with what decides who reads it. */
export interface KnownDocument extends Searchable {
  unitId: string;
  readers: Readers;
  status: DocumentStatus;
  /** What took its place: `id` where the library has it. The confirmed ones first. */
  replacedBy: readonly { id: string | null; number: string; confirmed: boolean }[];
}

/** Somebody's eyes: what they may read right now. Good for one question. */
export interface Reader {
  /** Two readers with the same key read the same. */
  key: string;
  mayRead(document: Pick<KnownDocument, 'unitId' | 'readers'>): boolean;
}

export interface IndexState {
  /** False where this process holds none: it does not search. */
  held: boolean;
  /** Still being read for the first time: nothing can be said of what the library has. */
  building: boolean;
  /** The library's version that the index shows; rises with each change. */
  version: number;
  documents: number;
  passages: number;
  /** While building: passages there will be. */
  total: number;
}

/** What a search brings: documents in it are `KnownDocument`s. */
export type FoundInLibrary = Found<KnownDocument>;

/** Finding in the index that this process holds. */
export interface Finding {
  state(): IndexState;
  readerOf(by: Actor): Promise<Reader>;
  /**
   * What may not be read is left out before anything is scored.
   *
   * @throws {LibraryNotReady} held nowhere here, or still building
   */
  search(reader: Reader, typed: string, options?: { signal?: AbortSignal }): Promise<FoundInLibrary>;
  /** Null: not in the library, or not for this reader. @throws {LibraryNotReady} */
  document(reader: Reader, id: string): KnownDocument | null;
  /** Resolves when the index shows at least this version of the library, and no longer builds. */
  until(version: number): Promise<void>;
  /** Such as a model server that does not answer; null: all is well. */
  warning(): 'embeddings' | null;
}

export interface FoundPassage extends Span {
  document: KnownDocument;
  locator: string;
  text: string;
  score: number;
}

export interface Library {
  keeping: Keeping;
  reading: Reading;
  finding: Finding;
  /** Passages for a search box, best first. @throws {LibraryNotReady} */
  passages(by: Actor, typed: string, count: number): Promise<FoundPassage[]>;
  /** Holds an index of all released documents and keeps it up with what changes. */
  holdIndex(): { stop(): Promise<void> };
  /** What is done once by one process: vectors of passages, what a process left unread. Never throws. */
  work(signal: AbortSignal): Promise<void>;
}
