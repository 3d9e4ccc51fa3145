# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import torch
from torch import nn
from torch.utils.data import TensorDataset, DataLoader
from sklearn.datasets import fetch_california_housing
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
torch.manual_seed(0)

# %%
housing = fetch_california_housing()
X_full, X_test, y_full, y_test = train_test_split(housing.data, housing.target, test_size=0.15, random_state=0)
X_tr, X_val, y_tr, y_val = train_test_split(X_full, y_full, test_size=0.15, random_state=0)
print(len(X_tr), len(X_val), len(X_test))

# %%
sc = StandardScaler().fit(X_tr)

def to_loader(X, y, bs=256, shuffle=False):
    xt = torch.tensor(sc.transform(X), dtype=torch.float32)
    yt = torch.tensor(y, dtype=torch.float32).unsqueeze(1)
    return DataLoader(TensorDataset(xt, yt), batch_size=bs, shuffle=shuffle)

train_dl = to_loader(X_tr, y_tr, shuffle=True)
val_dl = to_loader(X_val, y_val)
test_dl = to_loader(X_test, y_test)

# %%
class MLP(nn.Module):
    def __init__(self, n_in, hidden=(128, 64), p=0.1):
        super().__init__()
        mods = []
        for h in hidden:
            mods += [nn.Linear(n_in, h), nn.ReLU(), nn.Dropout(p)]
            n_in = h
        mods.append(nn.Linear(n_in, 1))
        self.net = nn.Sequential(*mods)

    def forward(self, x):
        return self.net(x)

# %%
def evaluate(model, dl):
    model.eval()
    s, n = 0., 0
    with torch.no_grad():
        for xb, yb in dl:
            s += ((model(xb) - yb) ** 2).sum().item()
            n += len(xb)
    return (s / n) ** .5

# %%
model = MLP(X_tr.shape[1])
optim = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
lossf = nn.MSELoss()
best, patience, bad = np.inf, 10, 0
for epoch in range(200):
    model.train()
    for xb, yb in train_dl:
        optim.zero_grad()
        lossf(model(xb), yb).backward()
        optim.step()
    v = evaluate(model, val_dl)
    if v < best:
        best, bad = v, 0
        torch.save(model.state_dict(), 'best.pt')
    else:
        bad += 1
        if bad >= patience:
            print('stop at', epoch); break

# %%
model.load_state_dict(torch.load('best.pt'))
print('val rmse', best, ' test rmse', evaluate(model, test_dl))
