/** The words of a demo store, in English. */
export const demoEn = {
  line: 'Demo store: nobody and nothing here is real',
  pin: (role: string, pin: string) => `${role} · PIN ${pin}`,
};

/** The shape that every language's words of a demo have. */
export type DemoMessages = typeof demoEn;
