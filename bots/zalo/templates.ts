import { setTimeout as sleep } from 'node:timers/promises';
import { unknownParameters, type Purpose, type Template } from '../../hub/channels/index.ts';
import type { ZaloClient } from './client.ts';

/** Why a template that the operator has named is not used. */
export interface TemplateProblem {
  purpose: Purpose;
  problem: 'not-approved' | 'unknown-parameters' | 'not-found';
  /** Those that we have nothing for. */
  parameters: readonly string[];
}

export interface ApprovedTemplates {
  /** Null where there is none that can be used, or Zalo has not been asked yet. */
  forPurpose(purpose: Purpose): Template | null;
  /** Resolves when each was asked about once, whatever was answered. */
  known: Promise<void>;
  /** Asks Zalo until all is known, and again from time to time: what is approved today may be disabled tomorrow. */
  keep(signal: AbortSignal): Promise<void>;
}

/** As `/template/info/v2` tells it. */
interface TemplateInfo {
  status?: string;
  listParams?: { name: string; require?: boolean; acceptNull?: boolean; maxLength?: number }[];
  /** In đồng: by Zalo's id of the person, and by telephone number. */
  price_uid?: number | string;
  price_sdt?: number | string;
  price?: number | string;
}

const againMs = 3_600_000;
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** Where Zalo names no length. */
const shortestLimit = 30;

/** The texts that Zalo has approved for us, by what a message is about. */
export function approvedTemplates({
  client,
  ids,
  onProblem,
}: {
  client: Pick<ZaloClient, 'call'>;
  ids: Partial<Record<Purpose, string>>;
  /** Told once for each problem. */
  onProblem: (problem: TemplateProblem) => void;
}): ApprovedTemplates {
  const templates = new Map<Purpose, Template>();
  const told = new Set<string>();
  const asked = Promise.withResolvers<void>();

  function tell(problem: TemplateProblem): void {
    const key = JSON.stringify(problem);
    if (told.has(key)) return;
    told.add(key);
    onProblem(problem);
  }

  /** False where Zalo gave no answer. */
  async function ask(purpose: Purpose, id: string): Promise<boolean> {
    const query = { template_id: id };
    const answer = await client.call<TemplateInfo>({ host: 'business', path: '/template/info/v2', query });
    if (answer.kind !== 'ok' && !(answer.kind === 'refused' && answer.error.class === 'fix')) return false;
    const template = answer.kind === 'ok' ? templateOf(id, answer.data) : null;
    const unknown = template ? unknownParameters(template) : [];
    if (template && unknown.length === 0) {
      templates.set(purpose, template);
    } else {
      templates.delete(purpose);
      const problem = template ? 'unknown-parameters' : answer.kind === 'ok' ? 'not-approved' : 'not-found';
      tell({ purpose, problem, parameters: unknown });
    }
    return true;
  }

  async function askAll(): Promise<boolean> {
    const answered = await Promise.all(
      Object.entries(ids).map(([purpose, id]) => ask(purpose as Purpose, id)),
    );
    asked.resolve();
    return answered.every(Boolean);
  }

  return {
    forPurpose: (purpose) => templates.get(purpose) ?? null,
    known: asked.promise,
    async keep(signal) {
      for (let waitMs = firstWaitMs; !signal.aborted;) {
        const all = await askAll();
        await sleep(all ? againMs : waitMs, undefined, { signal }).catch(() => {});
        waitMs = all ? firstWaitMs : Math.min(longestWaitMs, waitMs * 2);
      }
    },
  };
}

/** Null for one that may not be sent now. */
function templateOf(id: string, info: TemplateInfo): Template | null {
  if (info.status !== undefined && info.status !== 'ENABLE') return null;
  return {
    id,
    userCost: price(info.price_uid),
    phoneCost: price(info.price_sdt ?? info.price),
    parameters: (info.listParams ?? []).map(({ name, require = true, acceptNull = false, maxLength }) => ({
      name,
      required: require && !acceptNull,
      maxLength: maxLength ?? shortestLimit,
    })),
  };
}

function price(given: number | string | undefined): number | null {
  const amount = given === undefined || given === '' ? NaN : Number(given);
  return Number.isFinite(amount) ? amount : null;
}
