import type { ReactiveController, TemplateResult } from 'lit';
import type { FileInfo } from '../../session/model/types.js';

/** What shows the files of messages; see `files.ts`. */
export interface FileRows extends ReactiveController {
  /** @param stored - they are in the log: there is something to fetch */
  template(files: readonly FileInfo[], tabindex: number, stored: boolean): TemplateResult;
}
