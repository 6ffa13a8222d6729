import { testAccessibilityIn } from './accessibility.ts';

testAccessibilityIn('ar');
