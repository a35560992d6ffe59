/** @file The part of the AssemblyScript compiler that we call; its own types redeclare the globals of the host. */

interface Compiler {
  /** Compiles as the command `asc` would with these arguments. */
  main(args: readonly string[]): Promise<{
    error: Error | null;
    stdout: { toString(): string };
    stderr: { toString(): string };
  }>;
}

declare const asc: Compiler;
export default asc;
