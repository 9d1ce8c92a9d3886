# Measuring finding and answering on questions whose answers are known
eval-retrieval = { $questions } questions: right at the first place { $recallAt1 }, among 5 { $recallAt5 }, among 10 { $recallAt10 }; MRR@10 { $mrrAt10 }, nDCG@10 { $ndcgAt10 }; a search takes { $p50Ms } ms (half of them), { $p95Ms } ms (95 of 100)
eval-retrieval-baseline = Plain BM25: right at the first place { $recallAt1 }, among 5 { $recallAt5 }, among 10 { $recallAt10 }; MRR@10 { $mrrAt10 }, nDCG@10 { $ndcgAt10 }
eval-answers = { $documents } documents. { $answerable } questions with an answer: evidence in the first quote { $evidenceAt1 }, among three { $evidenceAt3 }, refused by mistake { $falseRefusals }. { $unanswerable } questions without one: refused { $refused }
eval-answers-bare = The same typed without diacritics: { $evidenceAt1 } and { $evidenceAt3 }
eval-answers-baseline = Plain BM25: { $evidenceAt1 } and { $evidenceAt3 }
eval-answers-kind = { $kind }: { $questions } questions, first quote { $evidenceAt1 }, among three { $evidenceAt3 }, refused { $refused }
library-unreadable-evaluation = { $line ->
    [0] The file { $file } cannot be read.
   *[other] Line { $line } of the file { $file } is not such a row.
}
assistant-unreadable-folder = The folder { $folder } cannot be read.
