/** @file Models kept on the device, in IndexedDB. What goes wrong is told in words that the page has; nothing that was kept is lost by it. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SavedModel } from './savedModel.ts';

/** A model on the device. */
export interface KeptModel extends SavedModel {
  readonly id: string;
}

/** Why the device would not do it: no room, no storage (private windows of some browsers), or whatever it says. */
export type StorageFault = 'quota' | 'none' | 'other';

/** The device would not keep, give or forget. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

interface Schema extends DBSchema {
  models: { key: string; value: KeptModel };
}

const DATABASE = 'lookback';

async function withStore<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  if (typeof indexedDB === 'undefined') throw new StorageError('none', 'This browser has no IndexedDB.');
  let db: IDBPDatabase<Schema> | undefined;
  try {
    db = await openDB<Schema>(DATABASE, 1, {
      upgrade(created) {
        created.createObjectStore('models', { keyPath: 'id' });
      },
    });
    return await work(db);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const fault = name === 'QuotaExceededError' ? 'quota' : db === undefined ? 'none' : 'other';
    throw new StorageError(fault, message);
  } finally {
    db?.close();
  }
}

/** All models on the device, by name. */
export function keptModels(): Promise<KeptModel[]> {
  return withStore(async (db) => {
    const all = await db.getAll('models');
    return all.toSorted((one, other) => one.name.localeCompare(other.name));
  });
}

/** Keeps a model; one of the same id is replaced, in one transaction: the old one or the new one is there. */
export function keepModel(model: KeptModel): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction('models', 'readwrite');
    await Promise.all([transaction.store.put(model), transaction.done]);
  });
}

/** Forgets a model. */
export function forgetModel(id: string): Promise<void> {
  return withStore((db) => db.delete('models', id));
}
