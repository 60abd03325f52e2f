/** Jobs that wait, by organ; the organs take turns, so that many jobs of one do not hold up another's first. */
export interface FairQueue<Job> {
  readonly size: number;
  add(organ: string, job: Job): void;
  /** Takes the next job out. */
  next(): Job | undefined;
}

/** An empty queue. */
export function createFairQueue<Job>(): FairQueue<Job> {
  const byOrgan = new Map<string, Job[]>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add: (organ, job) => {
      const jobs = byOrgan.get(organ) ?? [];
      jobs.push(job);
      byOrgan.set(organ, jobs);
      size++;
    },
    next: () => {
      for (const [organ, jobs] of byOrgan) {
        const job = jobs.shift();
        byOrgan.delete(organ);
        // To the end of the row: a map keeps the order in which keys were set.
        if (jobs.length > 0) byOrgan.set(organ, jobs);
        size--;
        return job;
      }
      return undefined;
    },
  };
}
