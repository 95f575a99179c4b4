-- A writer in Neovim, with nothing but Neovim's own language client: what is raised, why, a fix, and a rules file that is
-- edited. Runs headless in the folder of the record; says what came of each story, one line of JSON each.
local server, report = vim.env.ALONGSIDE_SERVER, vim.env.ALONGSIDE_REPORT

-- As docs/editors.md has it; before 0.8 Neovim had no vim.lsp.start.
local config = { name = 'alongside', cmd = { 'node', server, '--stdio' }, root_dir = vim.fn.getcwd() }
local function attach()
  if vim.lsp.start then return vim.lsp.start(config) end
  config.id = config.id or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, config.id)
end
vim.api.nvim_create_autocmd('FileType', { pattern = { 'markdown', 'yaml' }, callback = attach })
vim.cmd('filetype on')

local function wait_for(what, look)
  local found
  vim.wait(20000, function() found = look() return found end, 20)
  return found or error('waited for ' .. what, 0)
end

local function finding(buffer, words)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    local text = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})
    if one.source == 'alongside' and table.concat(text, ' '):find(words, 1, true) == 1 then return one end
  end
end

local function on(words)
  local found = wait_for('a finding on "' .. words .. '"', function() return finding(0, words) end)
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  return found
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') end

local function has(whole, part)
  if not tostring(whole):find(part, 1, true) then error('“' .. part .. '” is not in:\n' .. tostring(whole), 0) end
end

local stories = {
  { 'underlines the words, under the rule’s id, and never as an error', function()
    vim.cmd('edit visit.md')
    local found = on('failed to engage')
    has(vim.inspect(found), 'label/engagement')
    if found.severity < vim.diagnostic.severity.WARN then error('as an error', 0) end
  end },
  { 'says why in a hover', function()
    on('failed to engage')
    vim.lsp.buf.hover()
    local window = wait_for('a hover', function()
      for _, one in ipairs(vim.api.nvim_list_wins()) do if vim.api.nvim_win_get_config(one).relative ~= '' then return one end end
    end)
    local said = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
    has(said, 'Blame for not taking part')
    has(said, 'label/engagement')
    vim.api.nvim_win_close(window, true)
  end },
  { 'changes the words when a code action is chosen, and is satisfied', function()
    on('prior to')
    local offered = {}
    vim.ui.select = function(items, options, choose)
      for index, item in ipairs(items) do
        local title = options.format_item and options.format_item(item) or item
        table.insert(offered, title)
        if title:find('Replace with “before”', 1, true) then return choose(item, index) end
      end
    end
    vim.lsp.buf.code_action()
    wait_for('the new words; there were ' .. vim.inspect(offered), function() return text():find('We met before lunch.', 1, true) end)
    wait_for('nothing more on them', function() return not finding(0, 'prior to') end)
  end },
  { 'shows a rule’s question, and edits nothing', function()
    on('failed to engage')
    local before, said = text(), nil
    vim.lsp.handlers['window/showMessage'] = function(_, result) said = result.message end
    vim.ui.select = function(items, options, choose)
      for index, item in ipairs(items) do
        if (options.format_item and options.format_item(item) or item):find('Ask: ', 1, true) then return choose(item, index) end
      end
    end
    vim.lsp.buf.code_action()
    has(wait_for('the question', function() return said end), 'You wrote: “failed to engage”')
    if text() ~= before then error('the record was changed', 0) end
  end },
  { 'follows the rules file as it is edited, before it is saved', function()
    local record = vim.api.nvim_get_current_buf()
    vim.cmd('silent write | edit alongside.yml')
    vim.api.nvim_buf_set_lines(0, -1, -1, true, { 'rules:', '  label/engagement: off' })
    wait_for('no finding on words that the rules file leaves', function() return not finding(record, 'failed to engage') end)
    vim.api.nvim_buf_set_lines(0, -2, -1, true, { '  label/engagment: off' })
    has(wait_for('the slip in the rules file', function() return vim.diagnostic.get(0)[1] end).message, 'did you mean “label/engagement”')
    wait_for('the finding again', function() return finding(record, 'failed to engage') end)
  end },
}

local lines = {}
for _, story in ipairs(stories) do
  local started = vim.loop.hrtime()
  local fine, failure = xpcall(story[2], function(thrown) return type(thrown) == 'string' and thrown or vim.inspect(thrown) end)
  table.insert(lines, vim.json and vim.json.encode({ title = story[1], state = fine and 'passed' or 'failed', ms = math.floor((vim.loop.hrtime() - started) / 1e6), error = failure and tostring(failure) or nil }))
end
vim.fn.writefile(lines, report)
vim.cmd('qall!')
