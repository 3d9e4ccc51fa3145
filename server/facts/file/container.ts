/** A Dockerfile or a compose file. */
import type { Span } from '../span.ts';

/** One instruction of a Dockerfile. */
export interface InstructionFact {
  /** Upper case: `FROM`, `RUN`. */
  name: string;
  /** Arguments, with continued lines joined. */
  text: string;
  span: Span;
  /** Number of `FROM`s so far; 0 before the first. */
  stage: number;
}

/** One setting of a service, nested keys joined with dots: `environment.LEVEL`, `ports`. List items share their key. */
export interface ServiceSetting {
  key: string;
  value: string;
  span: Span;
}

export interface ServiceFact {
  name: string;
  span: Span;
  settings: ServiceSetting[];
}

/** A Dockerfile, or a compose file that describes services running in containers. */
export interface ContainerFacts {
  instructions: InstructionFact[];
  services: ServiceFact[];
}
