/** Requests that are repeated as long as that helps and harms nobody: limits, outages, answers that got lost. */
import * as z from 'zod';
import { NoAnswer, type JiraAnswer, type JiraRequest, type Send } from './transport.ts';

/** Time and chance, which tests replace. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** The site said no, and would again. */
export class Refused extends Error {
  readonly status: number;
  /** What it says of single fields, by their ids. */
  readonly fields: ReadonlyMap<string, string>;
  readonly body: unknown;
  constructor(message: string, answer: JiraAnswer, fields: ReadonlyMap<string, string>) {
    super(message);
    this.status = answer.status;
    this.fields = fields;
    this.body = answer.body;
  }
}

/** Nobody knows whether it was done: the answer got lost, and asking again could do it twice. */
export class InDoubt extends Error {}

/** It was asked again and again, and not answered; what was asked does no harm when it is asked once more. */
export class Unanswered extends Error {}

/** Nothing more can be done now, whatever is asked. The message is a sentence without a full stop. */
export class Stopped extends Error {}

/** Somebody does not want to wait for the rest. */
export class Cancelled extends Stopped {
  constructor() {
    super('it was cancelled');
  }
}

/** Tries of one request before it is given up. */
const MOST_TRIES = 6;
/** In milliseconds: the first wait, the longest, and the longest that a site may ask for. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const LONGEST_ASKED = 300_000;
/** Requests that one after the other got no answer: the site is down. */
const MOST_IN_VAIN = 3;
const TOO_MANY = 429;
/** Limits that hold for one kind of request, or for one issue, and need nobody else to wait. */
const NARROW_LIMITS = new Set(['jira-burst-based', 'jira-per-issue-on-write']);
const LONGEST_MESSAGE = 300;

const errorSchema = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});

/** Sends requests, and waits where the site asks for it. */
export class JiraClient {
  readonly #send: Send;
  readonly #clock: Clock;
  /** Until when nothing of a kind may be sent; under an empty name, nothing at all. */
  readonly #pauses = new Map<string, number>();
  #inVain = 0;
  readonly #signal: AbortSignal | undefined;

  /** @param signal when it is aborted, nothing more is sent; the answer to what was sent is waited for */
  constructor(send: Send, clock: Clock, signal?: AbortSignal) {
    this.#send = send;
    this.#clock = clock;
    this.#signal = signal;
  }

  /**
   * @param shape of the answer's body
   * @throws {Refused} @throws {InDoubt} only for what is not repeatable @throws {Stopped}
   */
  async ask<Shape>(request: JiraRequest, shape: z.ZodType<Shape>): Promise<Shape> {
    const { body } = await this.#answered(request);
    const read = shape.safeParse(body ?? null);
    if (read.success) return read.data;
    if (!request.repeatable) throw new InDoubt('its answer could not be understood');
    throw new Stopped(`Jira's answer about ${request.kind} could not be understood`);
  }

  async #answered(request: JiraRequest): Promise<JiraAnswer> {
    for (let tries = 1; ; tries++) {
      await this.#pause(request.kind);
      if (this.#signal?.aborted === true) throw new Cancelled();
      let why: string;
      let wait: number | null = null;
      try {
        await request.beforeSending?.();
        const answer = await this.#send(request);
        if (answer.status >= 200 && answer.status < 300) {
          this.#inVain = 0;
          return answer;
        }
        why = this.#refusal(answer, request);
        wait = this.#askedWait(answer, request);
        if (answer.status !== TOO_MANY && !request.repeatable) throw this.#doubt(why);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        why = error.message;
        if (!error.unsent && !request.repeatable) throw this.#doubt(why);
      }
      if (tries === MOST_TRIES) throw this.#givenUp(why);
      // Not all at the same moment again.
      const own = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.5 + this.#clock.random() / 2);
      await this.#clock.sleep(Math.max(own, wait ?? 0));
    }
  }

  /** @returns why it may help to ask again @throws {Refused} @throws {Stopped} when it does not */
  #refusal(answer: JiraAnswer, { kind }: JiraRequest): string {
    const { status, headers, body } = answer;
    if (status === 401) throw new Stopped('Jira does not accept the credentials (401)');
    if (headers.get('x-seraph-loginreason')?.includes('AUTHENTICATION_DENIED') === true)
      throw new Stopped('Jira asks for a captcha: log in with a browser once, and try again');
    if (status >= 300 && status < 400) throw new Stopped(`Jira sends us to another address (${status}), which is not followed`);
    if (status === TOO_MANY || status >= 500) return `${status}`;
    this.#inVain = 0;
    const { errorMessages, errors } = errorSchema.safeParse(body).data ?? { errorMessages: [], errors: {} };
    const said = [...errorMessages, ...Object.entries(errors).map(([field, message]) => `${field}: ${message}`)].join(' ').slice(0, LONGEST_MESSAGE);
    throw new Refused(said === '' ? `Jira refuses it (${status}, ${kind})` : `${said} (${status})`, answer, new Map(Object.entries(errors)));
  }

  /** @returns milliseconds that the site wants to be left in peace; null when it does not say */
  #askedWait({ status, headers }: JiraAnswer, { kind }: JiraRequest): number | null {
    const written = headers.get('retry-after');
    if (written === undefined) return null;
    const seconds = Number(written);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(written) - this.#clock.now();
    if (!(wait > 0)) return null;
    const reason = headers.get('ratelimit-reason') ?? '';
    if (wait > LONGEST_ASKED)
      throw new Stopped(`Jira wants to be left in peace for ${Math.ceil(wait / 60_000)} minutes${reason === '' ? '' : ` (${reason})`}; try again then`);
    if (status === TOO_MANY && reason !== 'jira-per-issue-on-write') this.#pauses.set(NARROW_LIMITS.has(reason) ? kind : '', this.#clock.now() + wait);
    return wait;
  }

  async #pause(kind: string): Promise<void> {
    for (;;) {
      const until = Math.max(this.#pauses.get('') ?? 0, this.#pauses.get(kind) ?? 0);
      const left = until - this.#clock.now();
      if (left <= 0) return;
      await this.#clock.sleep(left);
    }
  }

  #doubt(why: string): Error {
    return ++this.#inVain >= MOST_IN_VAIN ? new Stopped(`Jira does not answer (${why})`) : new InDoubt(why);
  }

  #givenUp(why: string): Error {
    if (why === String(TOO_MANY)) return new Stopped('Jira keeps refusing for there being too many requests (429); try again later');
    return ++this.#inVain >= MOST_IN_VAIN ? new Stopped(`Jira does not answer (${why})`) : new Unanswered(why);
  }
}
