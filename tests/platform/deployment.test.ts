import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, variableNames } from '../../hub/config.ts';
import { roles } from '../../hub/main.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const project = JSON.parse(read('package.json')) as { version: string; dependencies: Record<string, string> };

interface Service {
  image: string;
  build?: string;
  command?: string[];
  env_file?: string;
  environment?: Record<string, string>;
  restart?: string;
  read_only?: boolean;
  ports?: string[];
  volumes?: string[];
  networks?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean }>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build);
const others = services.filter(([, service]) => !service.build);

const instructions = instructionsOf(read('Dockerfile'));
const given = (name: string) => instructions.filter((line) => line.name === name).map((line) => line.words);
const imageEnvironment = Object.fromEntries(
  given('ENV').flatMap((words) => words.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
);

describe('docker-compose.yml', () => {
  test('has the hub, a worker, a database and a queue', () => {
    expect(services.map(([name]) => name)).toEqual(['hub', 'worker', 'postgres', 'valkey']);
  });

  test.each(ours)('%s finds an environment it can use', (_, { env_file: file, environment = {} }) => {
    expect(file).toBe('.env');
    const config = readConfig({ ...imageEnvironment, ...filledEnvironment(), ...environment });
    expect(new URL(config.DATABASE_URL!.reveal()).hostname).toBe('postgres');
    expect(new URL(config.REDIS_URL!.reveal()).hostname).toBe('valkey');
    expect(config.HOST).toBe('0.0.0.0');
    for (const name of Object.keys(environment)) expect(variableNames).toContain(name);
  });

  test('gives every role to somebody, and to nobody a role that is none', () => {
    const taken = ours.flatMap(
      ([, { command = [] }]) => command[command.indexOf('--roles') + 1]?.split(',') ?? [],
    );
    expect(taken.toSorted()).toEqual(roles.toSorted());
  });

  test('lets all its processes share one key and one queue', () => {
    // Where each of them is looked at may differ.
    const shared = ours.map(([, { environment, volumes, env_file: file }]) => ({
      environment: { ...environment, METRICS_PORT: undefined },
      volumes,
      file,
    }));
    expect(new Set(shared.map((one) => JSON.stringify(one))).size).toBe(1);
    const places = ours[0]![1].volumes!.map((volume) => volume.split(':')[1]);
    expect(places).toContain(ours[0]![1].environment!['DATA_DIR']);
  });

  test.each(services)(
    '%s is of a named version, comes back after a fall and writes only where it must',
    (_, service) => {
      expect(service.image).toMatch(/^[\w./-]+:(?!latest)[\w.-]*\d[\w.-]*$/);
      expect(service.restart).toBe('unless-stopped');
      expect(service.read_only).toBe(true);
    },
  );

  test('our image bears the version of the project', () => {
    for (const [, { image }] of ours) expect(image).toBe(`caunoi:${project.version}`);
  });

  test('keeps secrets out of the file', () => {
    const settings = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
    for (const [name, value] of settings) {
      expect(name).not.toMatch(/PASSWORD|SECRET|TOKEN|API_KEY/);
      expect(value).not.toMatch(/:\/\/[^/]*@/);
    }
    expect(compose.services['postgres']!.env_file).toBe('postgres.env');
  });

  test('publishes the hub alone, and to this machine alone', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    const port = compose.services['hub']!.environment!['PORT'];
    expect(published).toEqual([['hub', `127.0.0.1:8080:${port}`]]);
  });

  test('lets the database and the queue reach nothing outside', () => {
    for (const [, { networks }] of others) expect(networks).toEqual(['inside']);
    expect(compose.networks['inside']!.internal).toBe(true);
    for (const [, { networks }] of ours) expect(networks).toContain('inside');
  });

  test('declares every volume and network it uses, and no other', () => {
    const volumes = services.flatMap(([, service]) =>
      (service.volumes ?? []).map((volume) => volume.split(':')[0]),
    );
    expect(new Set(volumes)).toEqual(new Set(Object.keys(compose.volumes)));
    const networks = services.flatMap(([, service]) => service.networks ?? []);
    expect(new Set(networks)).toEqual(new Set(Object.keys(compose.networks)));
  });

  test('waits for what it needs to be healthy', () => {
    for (const [, { depends_on: needs = {} }] of ours) {
      expect(Object.keys(needs)).toEqual(others.map(([name]) => name));
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(condition).toBe('service_healthy');
        expect(compose.services[name]!.healthcheck).toBeDefined();
      }
    }
  });

  test('asks the hub whether it is ready where it listens', () => {
    const { healthcheck, environment } = compose.services['hub']!;
    expect(healthcheck!.test.join(' ')).toContain(`http://127.0.0.1:${environment!['PORT']}/ready`);
  });

  test.each(ours)('%s starts what the image starts', (_, { command = [] }) => {
    const [image] = given('CMD');
    const words = JSON.parse(image!) as string[];
    expect(command.slice(0, words.length)).toEqual(words);
  });
});

describe('Dockerfile', () => {
  test('consists of instructions that exist', () => {
    const known = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE CMD'.split(' ');
    for (const { name, words } of instructions) {
      expect(known).toContain(name);
      expect(words).not.toBe('');
    }
    expect(instructions[0]!.name).toBe('FROM');
  });

  test('is built on the Node the project runs on', () => {
    const [major, minor] = project.dependencies['node']!.split('.');
    for (const from of given('FROM')) expect(from.split(' ')[0]).toBe(`node:${major}.${minor}-slim`);
    expect(given('FROM')).toHaveLength(2);
  });

  test('does not run as root', () => {
    expect(given('USER')).toEqual(['node']);
    const order = instructions.map(({ name }) => name);
    expect(order.lastIndexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  });

  test('starts a file that exists, without a shell in between', () => {
    const words = JSON.parse(given('CMD')[0]!) as string[];
    expect(words[0]).toBe('node');
    expect(
      existsSync(
        join(
          root,
          words.find((word) => word.endsWith('.ts'))!,
        ),
      ),
    ).toBe(true);
    expect(words.at(-1)).toBe('start');
  });

  test('sets variables the hub knows, to values it accepts', () => {
    const { NODE_ENV: _, ...settings } = imageEnvironment;
    for (const name of Object.keys(settings)) expect(variableNames).toContain(name);
    const { PORT, DATA_DIR } = readConfig(settings);
    expect(given('EXPOSE')).toEqual([String(PORT)]);
    expect(JSON.parse(given('VOLUME')[0]!)).toEqual([DATA_DIR]);
  });

  test('copies what exists and what .dockerignore lets in', () => {
    const fromHere = given('COPY').filter((words) => !words.startsWith('--from='));
    const sources = fromHere.flatMap((words) => words.split(/\s+/).slice(0, -1));
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(letIn(source), source).toBe(true);
    }
    expect(sources).toEqual(expect.arrayContaining(['hub', 'bots', 'prisma', 'package-lock.json']));
  });

  test.each(['.env', 'postgres.env', '.data', '.git', 'node_modules', 'prisma/generated', 'prisma/prebuilt'])(
    '%s does not get in',
    (path) => {
      expect(letIn(path)).toBe(false);
    },
  );
});

describe('docs/operate.md', () => {
  const page = read('docs/operate.md');
  const sources = ['hub', 'bots'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('telegram/stand-in/'))
      .map((name) => read(join(folder, name))),
  );
  const found = (pattern: RegExp) => [
    ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ];
  const missing = (names: string[]) => names.filter((name) => !page.includes(`\`${name}\``));

  test('explains every event the code logs', () => {
    const events = found(/\bevent: '([a-z]+\.[a-z-]+)'/g);
    expect(events.length).toBeGreaterThan(8);
    expect(missing(events)).toEqual([]);
  });

  test('says what to do about every work that may fail in the background', () => {
    const works = found(/\bonProblem\('([a-z-]+)'/g);
    expect(works.length).toBeGreaterThan(6);
    expect(missing(works)).toEqual([]);
  });

  test('explains every metric', async () => {
    const metrics = await openMetrics().registry.getMetricsAsJSON();
    expect(metrics.length).toBeGreaterThan(5);
    expect(missing(metrics.map(({ name }) => name))).toEqual([]);
  });
});

/** The hub's env file as an operator fills it: every default spelled out, and what compose asks for. */
function filledEnvironment(): Record<string, string> {
  const lines = read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return {
    ...Object.fromEntries([...lines].map(([, name, value]) => [name, value])),
    DATABASE_URL: 'postgres://caunoi:password@postgres:5432/caunoi',
    PUBLIC_URL: 'https://caunoi.example.vn',
    TELEGRAM_BOT_TOKEN: '123456:ABC-def',
  };
}

function instructionsOf(text: string): { name: string; words: string }[] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = line, words = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
      return { name, words };
    });
}

/** As Docker reads the file: the last line that fits decides; a folder brings what is in it. */
function letIn(path: string): boolean {
  let inside = true;
  for (const line of read('.dockerignore').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const pattern = line.replace(/^!/, '');
    if (matchesGlob(path, pattern) || path.startsWith(`${pattern}/`) || pattern === '*')
      inside = line.startsWith('!');
  }
  return inside;
}
