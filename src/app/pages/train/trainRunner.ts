/** @file Trains and asks models to write, as the page wants it; one for the whole app, so that a run goes on while the reader is elsewhere. */
import { placeIn } from '../../state/moves.ts';
import type { AppStore } from '../../state/store.ts';
import type { Task } from '../../../tasks/task.ts';
import type { Started } from '../../../worker/client.ts';
import { TrainingClient, type TrainingNews } from '../../../worker/training/trainingClient.ts';
import type { TrainPage } from '../../../url/pages/train.ts';
import { startTrainingWorker } from './startTrainingWorker.ts';
import { chosenModel, sceneOf, wantedTrace, type WantedTrace } from './chosen.ts';
import { isSameRun, readingOf, settingsOf, taskOfSettings, textOf } from './settingsOf.ts';
import { loadShipped } from './shippedModel.ts';
import { emptySlice, type Chosen, type TrainRun, type TrainSlice } from './slice.ts';
import { newRun, runAfter } from './trainRun.ts';

/** Milliseconds between two showings of a run that goes on. */
const SHOW_EVERY = 160;

/** The runner of a store. */
export class TrainRunner {
  readonly client: TrainingClient;
  private readonly store: AppStore;
  private traced = '';
  /** The run as the worker has told of it; what is shown follows it. */
  private live: TrainRun | null = null;
  private readonly timers: ReturnType<typeof setTimeout>[] = [];

  constructor(store: AppStore, start: () => Started) {
    this.store = store;
    this.client = new TrainingClient({
      start,
      onNews: (news) => this.hear(news),
      beat(callback) {
        const timer = setInterval(callback, 1000);
        return () => clearInterval(timer);
      },
    });
    store.subscribe((state, before) => {
      if (state.link.other === before.link.other && state.slices.train === before.slices.train) return;
      if (state.link.other?.page === 'train') this.follow(state.link.other, before.link.other);
    });
  }

  /** The page was opened: what its link says is looked at as if it had changed. */
  visit(): void {
    const page = this.page();
    if (page !== undefined) this.follow(page, null);
  }

  get slice(): TrainSlice {
    return this.store.getState().slices.train ?? emptySlice;
  }

  set(part: Partial<TrainSlice>): void {
    this.store.setState(({ slices }) => ({
      slices: { ...slices, train: { ...(slices.train ?? emptySlice), ...part } },
    }));
  }

  /** Makes a run with the settings of the link. */
  begin(): void {
    const page = this.page();
    if (page === undefined) return;
    const settings = settingsOf(page);
    const number = this.client.begin(settings, this.watched(page, taskOfSettings(settings)));
    this.live = newRun(number, settings);
    this.showAll();
    this.set({ chosen: { kind: 'run', check: -1 }, note: null });
  }

  /** Starts, goes on, or pauses. */
  go(on: boolean): void {
    if (this.slice.run === null) this.begin();
    this.client.go(on);
    if (on) this.choose({ kind: 'run', check: -1 });
  }

  step(): void {
    this.client.step();
    this.choose({ kind: 'run', check: -1 });
  }

  /** Which model the worksheet shows. */
  choose(chosen: Chosen): void {
    this.set({ chosen, note: null });
  }

  /** The link or the page's state has changed: the watched sentence and the worksheet follow. */
  private follow(page: TrainPage, before: unknown): void {
    if (page !== before) this.followLink(page, before as TrainPage | null);
    const wanted = wantedTrace(page, this.slice);
    if (wanted === undefined || wanted.key === this.traced) return;
    this.traced = wanted.key;
    void this.trace(wanted);
  }

  private followLink(page: TrainPage, before: TrainPage | null): void {
    const { run } = this.slice;
    if (run !== null && page.text !== before?.text)
      this.client.watch(this.watched(page, taskOfSettings(run.settings)));
    // Nothing has been learned yet: other settings make another run, at once.
    if (run === null ? page.show === 'own' : isUntouched(run) && !isSameRun(run.settings, settingsOf(page)))
      this.begin();
    if (page.show === 'shipped' && before?.show !== 'shipped') this.choose({ kind: 'shipped' });
    if (page.show === 'own' && this.slice.chosen.kind === 'shipped') this.choose({ kind: 'run', check: -1 });
    if (page.show === 'shipped' && this.slice.shipped === null) void this.loadShipped();
  }

  private async loadShipped(): Promise<void> {
    this.set({ shipped: 'loading' });
    try {
      this.set({ shipped: await loadShipped() });
    } catch (error) {
      this.set({ shipped: { failed: error instanceof Error ? error.message : String(error) } });
    }
  }

  /** Tries again to fetch the shipped model. */
  retryShipped(): void {
    void this.loadShipped();
  }

  private async trace(wanted: WantedTrace): Promise<void> {
    const model = chosenModel(this.slice);
    if (model === undefined) return;
    this.set({ tracing: 'running' });
    try {
      const traced = await this.client.trace(model, wanted.symbols, wanted.forced);
      if (this.traced !== wanted.key) return; // something else is wanted by now
      const scene = sceneOf(traced, model, wanted);
      const cursor = placeIn(scene.trace, this.slice.cursor);
      this.set({
        shown: { scene, key: wanted.key, text: wanted.symbols.join('\u0001') },
        tracing: 'idle',
        cursor,
        opened: null,
      });
    } catch (error) {
      if (this.traced !== wanted.key) return;
      this.set({ tracing: { failed: error instanceof Error ? error.message : String(error) } });
    }
  }

  private watched(page: TrainPage, task: Task): readonly string[] {
    return readingOf(textOf(page, task), task).symbols;
  }

  private page(): TrainPage | undefined {
    const { other } = this.store.getState().link;
    return other?.page === 'train' ? other : undefined;
  }

  private hear(news: TrainingNews): void {
    if (news.kind === 'ready') {
      this.set({ simd: news.simd });
      return;
    }
    if (this.live === null || this.live.number !== news.run) return;
    this.live = runAfter(this.live, news);
    if (news.kind === 'died') this.traced = ''; // what was being traced is asked for again
    if (this.live.state === 'running') this.showSoon();
    else this.showAll();
  }

  /** Shows all that is known of the run, now. */
  private showAll(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
    if (this.live !== null) this.set({ run: this.live });
  }

  /**
   * Shows what is known of a run that goes on a few times a second, however much is told: what it writes first, and its curves and
   * examples some frames later, so that neither frame has much to do.
   */
  private showSoon(): void {
    if (this.timers.length > 0) return;
    const shown = this.slice.run;
    this.timers.push(
      setTimeout(() => {
        const { live } = this;
        if (live === null) return;
        const { curve, checks } = shown?.number === live.number ? shown : live;
        this.set({ run: { ...live, curve, checks } });
      }, SHOW_EVERY / 2),
      setTimeout(() => {
        const { live } = this;
        const { run } = this.slice;
        this.timers.length = 0;
        if (live === null || run === null) return;
        this.set({ run: { ...run, curve: live.curve, checks: live.checks } });
      }, SHOW_EVERY),
    );
  }
}

/** Whether nothing has been learned in a run, nor is about to be. */
function isUntouched({ step, state }: TrainRun): boolean {
  return step === 0 && state !== 'running';
}

const runners = new WeakMap<AppStore, TrainRunner>();

/** The runner of a store, made when it is asked for first. */
export function trainRunnerOf(store: AppStore, start: () => Started = startTrainingWorker): TrainRunner {
  const known = runners.get(store) ?? new TrainRunner(store, start);
  runners.set(store, known);
  return known;
}
