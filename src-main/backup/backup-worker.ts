import { parentPort, workerData } from 'node:worker_threads';
import { runBackup, type BackupTask } from './run-backup.ts';

// Reading everything takes a minute at a million claims: main has better to do.
parentPort?.postMessage(runBackup(workerData as BackupTask));
