/** @file The part of the AssemblyScript compiler that we call; its own types redeclare the globals of the host. */

/** What the compiler writes to instead of the terminal. */
interface MemoryStream {
  write(chunk: string | Uint8Array): void;
  toString(): string;
}

interface Compiler {
  createMemoryStream(): MemoryStream;
  /** Compiles as the command `asc` would with these arguments. */
  main(
    args: readonly string[],
    options?: { readonly stdout?: MemoryStream; readonly stderr?: MemoryStream },
  ): Promise<{ readonly error: Error | null; readonly stdout: MemoryStream; readonly stderr: MemoryStream }>;
}

declare const asc: Compiler;
export default asc;
