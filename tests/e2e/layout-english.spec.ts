import { testLayoutIn } from './layout.ts';

testLayoutIn('en');
