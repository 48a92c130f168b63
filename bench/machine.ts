// The machine that a bench ran on, and how busy it was.
import {cpus, loadavg, release, type as system} from "node:os";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly system: string;
}

/** This machine. */
export function thisMachine(): Machine {
  const cpu = cpus().at(0);
  return {
    cpu: cpu?.model.trim() ?? "unknown processor",
    cores: cpus().length,
    node: process.versions.node,
    system: `${system()} ${release()}`
  };
}

/** The one-minute load average. */
export function currentLoad(): number {
  return loadavg()[0] ?? NaN;
}
