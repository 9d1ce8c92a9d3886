import { fullName, type People, type Sex } from './names.ts';
import { seededRandom, type Random } from './random.ts';

/** As the units file spells them. */
export type UnitKind = 'central' | 'province' | 'commune' | 'branch' | 'cell';
/** As the members file spells them; empty for a plain member. */
export type RoleName = '' | 'secretary' | 'deputy' | 'committee' | 'officer' | 'admin';

/** One line of the units file. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Empty at the root. */
  readonly parent_code: string;
}

/** One line of the members file; a value that is not known is an empty string. */
export interface MemberRow {
  readonly code: string;
  readonly full_name: string;
  readonly unit_code: string;
  /** Held in the unit of `unit_code`; empty for a plain member. */
  readonly role: RoleName;
  readonly status: 'official' | 'probationary';
  readonly phone: string;
  readonly email: string;
  /** Calendar day, `2026-05-19`. */
  readonly joined_on: string;
}

/** The rows of the two import files and who sends in the demo. */
export interface DemoProvince {
  readonly units: readonly UnitRow[];
  readonly members: readonly MemberRow[];
  /** Member code of the officer of the province. */
  readonly officer: string;
}

/**
 * A fictional province as it stands on 1 November 2026: four communes, 24 cells, 600 members.
 * Every call returns the same rows; parents come before their children.
 */
export function demoProvince(): DemoProvince {
  const random = seededRandom(20_261_101);
  const seated = new Map<string, readonly Seated[]>([
    [provinceUnit.code, seatStaff(random, ['officer', 'admin'], { minorityShare: 0, minorities: [] })],
  ]);
  const units: UnitRow[] = [provinceUnit];

  for (const { cells, branch, peoples, ...commune } of communes) {
    units.push({ ...commune, kind: 'commune', parent_code: provinceUnit.code });
    seated.set(commune.code, seatStaff(random, ['secretary', 'officer'], peoples));
    if (branch) {
      units.push({ ...branch, kind: 'branch', parent_code: commune.code });
      seated.set(branch.code, seatStaff(random, ['secretary'], peoples));
    }
    for (const [index, [name, profile, size, parent]] of cells.entries()) {
      const code = `${commune.code}-CB${String(index + 1).padStart(2, '0')}`;
      units.push({ code, name, kind: 'cell', parent_code: parent ?? commune.code });
      seated.set(code, seatCell(random, profiles[profile], size, peoples));
    }
  }

  const members = units
    .flatMap(({ code }) => (seated.get(code) ?? []).map((person) => ({ ...person, unitCode: code })))
    .map((person, index) => memberRow(random, person, index + 1));
  const officer = members.find(
    ({ unit_code, role }) => unit_code === provinceUnit.code && role === 'officer',
  );
  if (!officer) throw new Error('the demo province has no officer');
  return { units, members, officer: officer.code };
}

interface Person {
  readonly name: string;
  readonly birthYear: number;
  readonly usesEmail: boolean;
}

interface Seated extends Person {
  readonly role: RoleName;
  readonly status: MemberRow['status'];
}

/** What a cell is made of: ages as [youngest, oldest, weight], shares from 0 to 1. */
interface Profile {
  readonly ages: readonly (readonly [youngest: number, oldest: number, weight: number])[];
  readonly menShare: number;
  readonly emailShare: number;
  /** The committee is taken from the people nearest to this age. */
  readonly leaderAge: number;
  /** A village is mostly of one people; an office or a school draws from all around. */
  readonly oneMinority: boolean;
}

/** The minority share is from 0 to 1; the rest is Kinh. */
interface Peoples {
  readonly minorityShare: number;
  readonly minorities: readonly People[];
}

function seatStaff(random: Random, roles: readonly RoleName[], peoples: Peoples): Seated[] {
  return drawPeople(
    random,
    { ...profiles.office, ages: [[36, 55, 1]], emailShare: 1 },
    roles.length,
    peoples,
  ).map((person, index) => ({ ...person, role: roles[index] ?? '', status: 'official' }));
}

function seatCell(random: Random, profile: Profile, size: number, peoples: Peoples): Seated[] {
  const people = drawPeople(random, profile, size, peoples);
  const probationers = new Set(
    people.toSorted((a, b) => b.birthYear - a.birthYear).slice(0, Math.round(size * 0.06)),
  );
  const leaderBorn = thisYear - profile.leaderAge;
  const officials = people
    .filter((person) => !probationers.has(person))
    .toSorted((a, b) => Math.abs(a.birthYear - leaderBorn) - Math.abs(b.birthYear - leaderBorn));
  const roles = committeeOf(officials.length);
  return [
    ...officials.map((person, index): Seated => ({
      ...person,
      role: roles[index] ?? '',
      status: 'official',
    })),
    ...[...probationers].map((person): Seated => ({ ...person, role: '', status: 'probationary' })),
  ];
}

/**
 * Below nine official members a cell has a secretary only; from nine on a committee of at most seven
 * with one deputy.
 *
 * @source Quy định 294-QĐ/TW, 23.2 (domain.md 6)
 */
function committeeOf(officials: number): RoleName[] {
  if (officials < 9) return ['secretary'];
  const plain = officials < 15 ? 1 : officials < 40 ? 3 : 5;
  return ['secretary', 'deputy', ...Array.from({ length: plain }, (): RoleName => 'committee')];
}

function drawPeople(random: Random, profile: Profile, size: number, peoples: Peoples): Person[] {
  const { minorityShare } = peoples;
  const minorities = profile.oneMinority ? [random.pick(peoples.minorities)] : peoples.minorities;
  const bands = profile.ages.flatMap(([youngest, oldest, weight]) =>
    Array.from({ length: weight }, () => [youngest, oldest] as const),
  );
  const persons = new Map<string, Person>();
  // Namesakes exist across cells as in life, but inside one cell they would only confuse a demo.
  while (persons.size < size) {
    const [youngest, oldest] = random.pick(bands);
    const birthYear = thisYear - youngest - random.below(oldest - youngest + 1);
    const sex: Sex = random.chance(profile.menShare) ? 'man' : 'woman';
    const people = random.chance(minorityShare) ? random.pick(minorities) : 'kinh';
    const name = fullName(random, { sex, birthYear, people });
    persons.set(name, { name, birthYear, usesEmail: random.chance(profile.emailShare) });
  }
  return [...persons.values()];
}

function memberRow(random: Random, person: Seated & { unitCode: string }, number: number): MemberRow {
  return {
    code: `DV${String(number).padStart(6, '0')}`,
    full_name: person.name,
    unit_code: person.unitCode,
    role: person.role,
    status: person.status,
    phone: hasPhone(random, person) ? phone(number) : '',
    email: person.usesEmail ? email(person.name, number) : '',
    joined_on: joinedOn(random, person),
  };
}

function hasPhone(random: Random, { birthYear, role }: Seated): boolean {
  if (role !== '') return true;
  const age = thisYear - birthYear;
  return !random.chance(age >= 75 ? 0.75 : age >= 66 ? 0.45 : age >= 58 ? 0.14 : 0);
}

/** Ten digits like a mobile number. The step has no factor in common with 100 000, so none repeats. */
function phone(number: number): string {
  return `09000${String((number * 61_803) % 100_000).padStart(5, '0')}`;
}

/** `Trần Thị Thu Hương` 217 becomes `huongttt217@example.vn`, the way offices make addresses. */
function email(name: string, number: number): string {
  const syllables = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(' ');
  const initials = syllables.slice(0, -1).map((syllable) => syllable.slice(0, 1));
  return `${syllables.at(-1)}${initials.join('')}${number}@example.vn`;
}

function joinedOn(random: Random, { birthYear, status }: Seated): string {
  if (status === 'probationary') return dayBetween(random, '2025-11-02', '2026-10-25');
  const earliest = Math.max(birthYear + 19, 1968);
  // The later of two limits: most join before 30, somebody old enough for 1968 may have been older.
  const latest = Math.min(Math.max(birthYear + 23 + random.below(16), earliest + 2), 2025);
  return dayBetween(random, `${earliest}-01-01`, `${latest}-10-31`);
}

function dayBetween(random: Random, first: string, last: string): string {
  const start = Date.parse(first);
  const days = Math.round((Date.parse(last) - start) / dayMs) + 1;
  return new Date(start + random.below(days) * dayMs).toISOString().slice(0, 10);
}

const dayMs = 86_400_000;
const thisYear = 2026;

const workingAges = [
  [25, 35, 3],
  [36, 47, 5],
  [48, 59, 2],
] as const;
const retiredMostly = [
  [21, 35, 3],
  [36, 55, 4],
  [56, 65, 5],
  [66, 74, 5],
  [75, 84, 3],
] as const;

const profiles = {
  village: { ages: retiredMostly, menShare: 0.62, emailShare: 0.1, leaderAge: 60, oneMinority: true },
  quarter: { ages: retiredMostly, menShare: 0.52, emailShare: 0.2, leaderAge: 62, oneMinority: false },
  office: { ages: workingAges, menShare: 0.6, emailShare: 0.6, leaderAge: 49, oneMinority: false },
  police: {
    ages: [
      [23, 35, 6],
      [36, 50, 4],
    ],
    menShare: 0.88,
    emailShare: 0.3,
    leaderAge: 43,
    oneMinority: false,
  },
  school: { ages: workingAges, menShare: 0.3, emailShare: 0.7, leaderAge: 47, oneMinority: false },
  health: { ages: workingAges, menShare: 0.35, emailShare: 0.45, leaderAge: 46, oneMinority: false },
} as const satisfies Record<string, Profile>;

const provinceUnit: UnitRow = {
  code: 'SLT',
  name: 'Đảng bộ tỉnh Sông Lam Thượng (hư cấu)',
  kind: 'province',
  parent_code: '',
};

/** A cell's parent is its commune unless a branch is named. */
type Cell = readonly [name: string, profile: keyof typeof profiles, size: number, parent?: string];

interface Commune {
  readonly code: string;
  readonly name: string;
  readonly peoples: Peoples;
  readonly branch?: { readonly code: string; readonly name: string };
  readonly cells: readonly Cell[];
}

// Villages and quarters hang directly under the commune (294 20.2.2); only the large school has a branch.
const communes: readonly Commune[] = [
  {
    code: 'SLT-01',
    name: 'Đảng bộ phường Bến Trăng',
    peoples: { minorityShare: 0.03, minorities: ['thai', 'tay', 'muong'] },
    cells: [
      ['Chi bộ Cơ quan Đảng, Mặt trận Tổ quốc và đoàn thể phường Bến Trăng', 'office', 23],
      ['Chi bộ Công an phường Bến Trăng', 'police', 19],
      ['Chi bộ Trường Trung học cơ sở Bến Trăng', 'school', 17],
      ['Chi bộ Trạm Y tế phường Bến Trăng', 'health', 9],
      ['Chi bộ Tổ dân phố Bến Đò', 'quarter', 49],
      ['Chi bộ Tổ dân phố Chợ Gốm', 'quarter', 44],
      ['Chi bộ Tổ dân phố Vườn Quýt', 'quarter', 38],
    ],
  },
  {
    code: 'SLT-02',
    name: 'Đảng bộ xã Đồng Sậy',
    peoples: { minorityShare: 0.05, minorities: ['thai', 'muong'] },
    branch: { code: 'SLT-02-BP01', name: 'Đảng bộ bộ phận Trường Trung học phổ thông Đồng Sậy' },
    cells: [
      ['Chi bộ Cơ quan Ủy ban nhân dân xã Đồng Sậy', 'office', 24],
      ['Chi bộ thôn Bãi Dâu', 'village', 41],
      ['Chi bộ thôn Cầu Gạo', 'village', 33],
      ['Chi bộ thôn Đình Cả', 'village', 27],
      ['Chi bộ Tổ Khoa học tự nhiên', 'school', 15, 'SLT-02-BP01'],
      ['Chi bộ Tổ Khoa học xã hội', 'school', 14, 'SLT-02-BP01'],
      ['Chi bộ Tổ Hành chính, Văn phòng', 'school', 8, 'SLT-02-BP01'],
    ],
  },
  {
    code: 'SLT-03',
    name: 'Đảng bộ xã Mây Ngàn',
    peoples: { minorityShare: 0.25, minorities: ['tay', 'muong'] },
    cells: [
      ['Chi bộ Cơ quan xã Mây Ngàn', 'office', 21],
      ['Chi bộ Trạm Y tế xã Mây Ngàn', 'health', 10],
      ['Chi bộ thôn Khe Trúc', 'village', 34],
      ['Chi bộ thôn Đồi Trám', 'village', 31],
      ['Chi bộ thôn Suối Vầu', 'village', 22],
    ],
  },
  {
    code: 'SLT-04',
    name: 'Đảng bộ xã Nà Sương',
    peoples: { minorityShare: 0.8, minorities: ['thai', 'hmong'] },
    cells: [
      ['Chi bộ Cơ quan xã Nà Sương', 'office', 18],
      ['Chi bộ Trường Phổ thông dân tộc bán trú Nà Sương', 'school', 20],
      ['Chi bộ bản Nà Sương', 'village', 34],
      ['Chi bộ bản Huổi Mây', 'village', 25],
      ['Chi bộ bản Pá Trúc', 'village', 13],
    ],
  },
];
