# expected: clean
# found: clean
# %%
import torch, copy
import torch.nn as nn
import numpy as np
import pandas as pd
from torch.utils.data import TensorDataset, DataLoader, random_split
# %%
raw = pd.read_csv('energy_efficiency.csv').values.astype('float32')
X, y = torch.tensor(raw[:, :8]), torch.tensor(raw[:, 8:9])
n = len(X)
g = torch.Generator().manual_seed(0)
perm = torch.randperm(n, generator=g)
tr, va, te = perm[:int(.7 * n)], perm[int(.7 * n):int(.85 * n)], perm[int(.85 * n):]
# %%
mu, sd = X[tr].mean(0), X[tr].std(0)
Xn = (X - mu) / (sd + 1e-8)
# %%
mk = lambda i, s: DataLoader(TensorDataset(Xn[i], y[i]), batch_size=32, shuffle=s)
dl_tr, dl_va, dl_te = mk(tr, True), mk(va, False), mk(te, False)
# %%
net = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
lossf = nn.MSELoss()
def ev(dl):
    net.eval()
    with torch.no_grad():
        return np.mean([lossf(net(a), b).item() for a, b in dl])
# %%
best, state = 1e9, None
for ep in range(200):
    net.train()
    for a, b in dl_tr:
        opt.zero_grad()
        l = lossf(net(a), b)
        l.backward()
        opt.step()
    v = ev(dl_va)
    if v < best:
        best, state = v, copy.deepcopy(net.state_dict())
# %%
net.load_state_dict(state)
print('test mse', ev(dl_te))
