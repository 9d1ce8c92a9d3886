# Đo việc tìm và trả lời trên các câu hỏi đã biết đáp án
eval-retrieval = { $questions } câu hỏi: đúng ngay kết quả đầu { $recallAt1 }, trong 5 kết quả { $recallAt5 }, trong 10 kết quả { $recallAt10 }; MRR@10 { $mrrAt10 }, nDCG@10 { $ndcgAt10 }; một lần tìm { $p50Ms } ms (một nửa số lần), { $p95Ms } ms (95 trong 100 lần)
eval-retrieval-baseline = BM25 thường: đúng ngay kết quả đầu { $recallAt1 }, trong 5 kết quả { $recallAt5 }, trong 10 kết quả { $recallAt10 }; MRR@10 { $mrrAt10 }, nDCG@10 { $ndcgAt10 }
eval-answers = { $documents } văn bản. { $answerable } câu có đáp án: căn cứ đúng ở trích dẫn đầu { $evidenceAt1 }, trong ba trích dẫn { $evidenceAt3 }, từ chối nhầm { $falseRefusals }. { $unanswerable } câu không có đáp án: từ chối { $refused }
eval-answers-bare = Cùng các câu ấy khi gõ không dấu: { $evidenceAt1 } và { $evidenceAt3 }
eval-answers-baseline = BM25 thường: { $evidenceAt1 } và { $evidenceAt3 }
eval-answers-kind = { $kind }: { $questions } câu, trích dẫn đầu { $evidenceAt1 }, trong ba { $evidenceAt3 }, từ chối { $refused }
library-unreadable-evaluation = { $line ->
    [0] Không đọc được tệp { $file }.
   *[other] Dòng { $line } của tệp { $file } không đúng dạng.
}
assistant-unreadable-folder = Không đọc được thư mục { $folder }.
