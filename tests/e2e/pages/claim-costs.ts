import type { Locator } from '@playwright/test';
import { Desk } from './desk.ts';

/** What a claim's page says of money, of what is lent and of threats. */
export class ClaimCosts extends Desk {
  get costs(): Locator {
    return this.section(this.m.office.costs.costs.title);
  }

  get goodwill(): Locator {
    return this.section(this.m.office.costs.goodwill.title);
  }

  get loaners(): Locator {
    return this.section(this.m.office.care.loaner.title);
  }

  get lines(): Locator {
    return this.section(this.m.office.care.line.title);
  }

  /** The supervisor's dialog, over everything. */
  get approval(): Locator {
    return this.page.getByRole('dialog', { name: this.m.office.costs.goodwill.approveTitle, exact: true });
  }

  /** What similar claims got. */
  get similar(): Locator {
    return this.form(this.m.office.costs.similar.title);
  }

  /** Gives an estimate and notes the customer's yes or no to it. */
  async agreeOn(limit: string, answer: 'yes' | 'no', saidBy: string): Promise<void> {
    const { costs, estimate } = this.m.office.costs;
    await this.costs.getByRole('button', { name: estimate.open, exact: true }).click();
    const form = this.form(estimate.title);
    await form.getByRole('textbox', { name: estimate.limit }).fill(limit);
    await form.getByRole('button', { name: estimate.give, exact: true }).click();
    await this.costs
      .getByRole('button', { name: new RegExp(`^${costs.answer}: `) })
      .first()
      .click();
    const said = this.form(estimate.answerTitle).first();
    await said.getByRole('radio', { name: estimate[answer], exact: true }).check();
    await said.getByRole('textbox', { name: estimate.saidBy }).fill(saidBy);
    await said.getByRole('combobox', { name: this.m.office.claimPage.renegotiate.how }).selectOption('phone');
    await said.getByRole('button', { name: estimate.save, exact: true }).click();
  }

  /** Charges something; whether it was taken is to be seen afterwards. */
  async charge(kind: 'part' | 'labour', what: string, price: string): Promise<Locator> {
    const { costs, charge } = this.m.office.costs;
    const form = this.form(charge.title);
    if (!(await form.isVisible()))
      await this.costs.getByRole('button', { name: charge.open, exact: true }).click();
    await form.getByRole('radio', { name: costs.kinds[kind], exact: true }).check();
    await form.getByRole('textbox', { name: charge.what }).fill(what);
    await form.getByRole('textbox', { name: charge.price }).fill(price);
    await form.getByRole('button', { name: charge.add, exact: true }).click();
    return form;
  }
}
