import type { DemoMessages } from './demo-en.ts';

/** The words of a demo store, in Arabic. */
export const demoAr: DemoMessages = {
  line: 'متجر للتجربة: لا شيء هنا حقيقي، ولا أحد',
  pin: (role, pin) => `${role} · الرمز ${pin}`,
};
