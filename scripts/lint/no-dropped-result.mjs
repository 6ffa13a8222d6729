/**
 * A `Result` says whether something worked. Calling a function and not looking at the Result that it returns hides
 * the failure, so a statement whose value is a Result, or a promise of one, is an error.
 */
export const noDroppedResult = {
  meta: {
    type: 'problem',
    docs: { description: 'Disallow ignoring a returned Result' },
    messages: {
      dropped: 'This Result is dropped: handle its failure, or assign it and say why it does not matter.',
    },
    schema: [],
  },
  create(context) {
    // typescript-eslint's parser hands over the type checker this way.
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();

    function report(node) {
      if (isResult(services.getTypeAtLocation(node), checker)) context.report({ node, messageId: 'dropped' });
    }

    return {
      ExpressionStatement({ expression }) {
        // An assignment keeps the value; `void` and `await` only pass it by.
        if (expression.type === 'AssignmentExpression') return;
        report(
          expression.type === 'UnaryExpression' && expression.operator === 'void'
            ? expression.argument
            : expression,
        );
      },
    };
  },
};

function isResult(type, checker) {
  // An alias keeps its name on the union it stands for; an await or a promise may wrap it.
  if (type.aliasSymbol?.name === 'Result') return true;
  const awaited = checker.getAwaitedType(type);
  return awaited !== undefined && awaited !== type && isResult(awaited, checker);
}
