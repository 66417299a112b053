"""The judge for meaning: a model is asked, for each statement, whether the cited sentences entail it.

    Judge(model).judge(records, article)    verified records → what the answer makes of them
    Judge(model).result(result, article)    a verified result → the same with lowered verdicts, the cost counted in

It comes behind the verifier and can only lower what the verifier gave. One request an article, as long as the
statements and their sentences fit into one; records that are faulty already are not asked about.
"""

from summarizer.judging.judge import Judge, Judgement

__all__ = ["Judge", "Judgement"]
