/** @file How the exported PyTorch programs are run: by hand (`npm run verify:torch`), because PyTorch is large. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'torch', include: ['test/exports/torch.test.ts'], testTimeout: 600_000 },
});
