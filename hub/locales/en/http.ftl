# Words of HTTP answers where a request is not carried out
problem-title = { $status ->
    [400] The request is not right
    [401] Not authenticated
    [403] Not allowed
    [404] Not found
    [409] Not possible now
    [413] Too large
    [415] This form cannot be read
    [422] The content is not accepted
    [429] Too many requests
    [500] A fault of the server
   *[other] The request cannot be carried out
}

request-invalid = Something in the request is not right. Please look at it and send it again.
request-field = { $reason ->
    [missing] This is missing.
    [invalid_type] This is not of the right type.
    [too_small] This is too short or too small.
    [too_big] This is too long or too large.
    [invalid_value] This can only be one of: { $values }.
    [unrecognized_keys] There is no field of this name.
   *[other] This does not have the right form.
}
request-too-large = The request or an attached file is too large.
request-files-too-large = The files sent at once are larger than { $megabytes } MB. Send fewer, or smaller ones.
request-files-busy = The server is taking in many files. Send yours again in a few minutes.
request-media-type = The server cannot read this kind of content. The description of the API says which kinds it takes.
request-too-many = There were too many requests from this address. Please try again in { $seconds } seconds.
route-unknown = There is nothing at this address.
token-missing = The request must bring a token: Authorization: Bearer …
token-wrong = The token is wrong or has been revoked.
token-scope = This token does not have the scope { $scope }.
token-sender = This token can only send notices of member { $member }.
webhook-refused = Refused: the sender's secret is missing or wrong.
hub-failed = The server met a fault, and it has been recorded. Please try again in a few minutes.
