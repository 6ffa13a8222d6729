import { expect, type Locator } from '@playwright/test';
import type { PromiseSubject } from '../../../src-main/domain/promise.ts';
import { ClaimCosts } from './claim-costs.ts';

/** What clerks and supervisors do on the page of a claim, each in a few taps. */
export class ClaimWork extends ClaimCosts {
  /** Chooses the latest of the times that are offered; the shop is open then, whenever the test runs. */
  async chooseDue(form: Locator, label: string): Promise<void> {
    const times = form.getByRole('group', { name: label, exact: true }).getByRole('radio');
    await expect(times.nth(3)).toBeAttached();
    // After the times stands the one that asks for another.
    await times.nth(-2).check();
  }

  /** Writes down what was understood, reads it back, and keeps what the customer says to it. */
  async understand(text: string, answer: 'confirmed' | 'not-quite'): Promise<void> {
    const words = this.m.office.listening.understanding;
    const form = this.form(words.formTitle);
    if (!(await form.isVisible())) {
      await this.section(words.title).getByRole('button', { name: words.write, exact: true }).click();
    }
    await form.getByRole('textbox', { name: words.field }).fill(text);
    await form.getByRole('button', { name: words.keep }).click();
    await this.form(words.ask).getByRole('button', { name: words.answers[answer] }).click();
  }

  /** Proposes a step; a reason is given where it is asked for. */
  async propose(step: string, reason: string | null = null): Promise<Locator> {
    const words = this.m.office.listening.tried;
    const section = this.section(this.m.office.claimPage.tried.title);
    const form = this.form(words.title);
    await section.getByRole('button', { name: words.propose, exact: true }).click();
    await form.getByRole('textbox', { name: words.step, exact: true }).fill(step);
    if (reason !== null) {
      await form.getByRole('button', { name: words.keep }).click();
      await expect(form).toContainText(this.m.office.needed);
      await form.getByRole('textbox', { name: words.reason }).fill(reason);
    }
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toBeHidden();
    return section;
  }

  /** Notes what came of a step that was proposed. */
  async finish(step: string, result: 'no' | 'a-little' | 'yes'): Promise<void> {
    const words = this.m.office.listening.tried;
    await this.button(`${words.finish}: ${step}`).click();
    const form = this.form(words.helped);
    await form.getByRole('button', { name: words.results[result], exact: true }).click();
    await expect(form).toBeHidden();
  }

  /** Gives a promise, or asks for one that is beyond the role. */
  async promise(about: PromiseSubject, text: string, way: 'give' | 'ask'): Promise<void> {
    const words = this.m.office.claimPage.give;
    await this.button(words.open).click();
    const form = this.form(words.title);
    await form.getByRole('combobox', { name: words.about }).selectOption(about);
    if (way === 'ask') await expect(form).toContainText(words.beyond);
    await form.getByRole('textbox', { name: words.text }).fill(text);
    await this.chooseDue(form, words.due);
    await form.getByRole('button', { name: words[way], exact: true }).click();
    await expect(form).toBeHidden();
    await expect(this.promises).toContainText(text);
  }

  /** Puts the thing somewhere, and prints its label. */
  async putIn(bin: string): Promise<void> {
    const words = this.m.office.listening.place;
    const section = this.section(words.title);
    await section.getByRole('button', { name: words.put }).click();
    await section.getByRole('textbox', { name: words.field }).fill(bin);
    await section.getByRole('button', { name: words.keep }).click();
    await section.getByRole('button', { name: words.label }).click();
    await expect(section).toContainText(bin);
  }

  /** Notes that so many minutes went into finding the cause. */
  async look(minutes: number, what: string): Promise<void> {
    const { looking } = this.m.office.costs;
    await this.costs.getByRole('button', { name: looking.open, exact: true }).click();
    const form = this.form(looking.title);
    await form.getByRole('textbox', { name: looking.minutes }).fill(String(minutes));
    await form.getByRole('textbox', { name: looking.what }).fill(what);
    await form.getByRole('button', { name: looking.add, exact: true }).click();
    await expect(form).toBeHidden();
  }

  /** Gives a voucher above the limit of whoever is signed in, with a supervisor's PIN in its place. */
  async giveAbove(gift: {
    readonly what: string;
    readonly value: string;
    readonly reason: string;
    readonly supervisor: { readonly name: string; readonly pin: string };
  }): Promise<void> {
    const { goodwill } = this.m.office.costs;
    await this.goodwill.getByRole('button', { name: goodwill.open, exact: true }).click();
    const form = this.form(goodwill.formTitle);
    await form.getByRole('combobox', { name: goodwill.kind }).selectOption('voucher');
    await form.getByRole('textbox', { name: goodwill.what }).fill(gift.what);
    await form.getByRole('textbox', { name: goodwill.value }).fill(gift.value);
    await form.getByRole('textbox', { name: goodwill.reason, exact: true }).fill(gift.reason);
    await form.getByRole('button', { name: goodwill.askSupervisor, exact: true }).click();
    await this.approval.getByRole('radio', { name: gift.supervisor.name, exact: true }).check();
    await this.type(gift.supervisor.pin);
    await this.approval.getByRole('button', { name: goodwill.approve, exact: true }).click();
    await expect(this.approval).toBeHidden();
    await expect(this.goodwill).toContainText(goodwill.approved(gift.supervisor.name));
  }

  /** Lends something to the customer. */
  async lend(name: string, state: string, agreedBy: string): Promise<void> {
    const { loaner } = this.m.office.care;
    await this.loaners.getByRole('button', { name: loaner.open, exact: true }).click();
    const form = this.form(loaner.formTitle);
    await form.getByRole('textbox', { name: loaner.name }).fill(name);
    await form.getByRole('textbox', { name: loaner.serial }).fill('L-04');
    await form.getByRole('textbox', { name: loaner.state }).fill(state);
    await this.chooseDue(form, loaner.due);
    await form.getByRole('textbox', { name: loaner.agreedBy }).fill(agreedBy);
    await form.getByRole('button', { name: loaner.lend, exact: true }).click();
    await expect(this.loaners).toContainText(loaner.wentOut(state));
  }

  /** Takes what was lent back. */
  async takeBack(name: string, state: string): Promise<void> {
    const { loaner } = this.m.office.care;
    await this.button(`${loaner.takeBack}: ${name}`).click();
    const form = this.form(loaner.takeBack);
    await form.getByRole('textbox', { name: loaner.backState }).fill(state);
    await form.getByRole('button', { name: loaner.take, exact: true }).click();
    await expect(this.loaners).toContainText(loaner.cameBack(state));
  }

  /** Makes a broken promise good, with all three: what we got wrong, a new date, and a call. */
  async makeAmends(sorry: string): Promise<void> {
    const { amends } = this.m.office.claimPage;
    const form = this.form(amends.title);
    await form.getByRole('textbox', { name: amends.sorry }).fill(sorry);
    await form.getByRole('button', { name: amends.next }).click();
    await this.chooseDue(form, amends.again);
    await form.getByRole('button', { name: amends.next }).click();
    await this.chooseDue(form, amends.callBy);
    await form.getByRole('button', { name: amends.save }).click();
    await expect(form).toBeHidden();
  }

  /** Notes the call that was to be made. */
  async noteCall(said: string): Promise<void> {
    const { notes } = this.m.office.listening;
    await this.section(notes.title).getByRole('button', { name: notes.called }).click();
    const form = this.form(notes.formTitle);
    await form.getByRole('textbox', { name: notes.callField }).fill(said);
    await form.getByRole('button', { name: notes.keep }).click();
    await expect(form).toBeHidden();
  }

  /** Hands the claim to a colleague, with a line. */
  async handTo(name: string, line: string): Promise<void> {
    const { handOver } = this.m.office.listening;
    await this.section(handOver.title).getByRole('button', { name: handOver.add, exact: true }).click();
    const form = this.form(handOver.formTitle);
    await form.getByRole('textbox', { name: handOver.line }).fill(line);
    await form.getByRole('button', { name, exact: true }).click();
    await expect(form).toBeHidden();
  }

  /** Prints a slip that staff write something for: what is new, or what was done. */
  async printSlip(kind: 'update' | 'resolution', text: string): Promise<void> {
    const { slips } = this.m.office.claimPage;
    const name = this.m.staff.kinds[kind];
    await this.section(slips.title)
      .getByRole('button', { name: slips.write(name) })
      .click();
    const form = this.form(name);
    await form.getByRole('textbox', { name: kind === 'update' ? slips.news : slips.done }).fill(text);
    await form.getByRole('button', { name: slips.print }).click();
    await expect(form).toBeHidden();
  }

  /** Somebody else comes in at the same desk, and looks at the claim. */
  async switchTo(person: { readonly name: string; readonly pin: string }, number: string): Promise<void> {
    await this.button(this.m.office.shell.switchPerson).click();
    await this.signInAs(person.name, person.pin);
    await this.openClaim(number);
  }

  /** Opens a claim from the board. */
  async openClaim(number: string): Promise<void> {
    await this.card(number).click();
    await this.heading(number).waitFor();
  }
}
