/** `@zos/user`: the profile of an imaginary wearer. */
import { moduleOf, type ZosContext } from './context.ts';

export function userModule(context: ZosContext): unknown {
  return moduleOf(context, '@zos/user', {
    GENDER_MALE: ['2.0', 0],
    GENDER_FEMALE: ['2.0', 1],
    GENDER_UNSPECIFIED: ['2.0', 2],
    getProfile: [
      '2.0',
      () => {
        context.requirePermission('data:user.info', 'user.getProfile');
        return {
          age: 35,
          height: 1.75,
          weight: 70,
          gender: 2,
          nickName: 'Tester',
          region: 'us',
          birth: '1991-01-01',
        };
      },
    ],
    addHealthData: [
      '3.0',
      (option: unknown) => {
        context.requirePermission('data:user.health', 'user.addHealthData');
        context.world.log.emit('app', `health data: ${JSON.stringify(option)}`);
        return true;
      },
    ],
  });
}
