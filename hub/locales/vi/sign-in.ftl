signin-no-role = Trang điều hành dành cho đồng chí giữ chức vụ hoặc làm văn phòng ở một tổ chức đảng. Việc của đồng chí làm được hết ngay trong trò chuyện này.
