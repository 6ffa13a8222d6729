import { testLayoutIn } from './layout.ts';

testLayoutIn('ar');
