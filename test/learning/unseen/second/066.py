# expected: preprocessing
# found: preprocessing 57:6
# %%
import numpy as np
import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from sklearn.model_selection import train_test_split
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

# %%
# sensor data, 52 variables (Tennessee Eastman)
d0 = pd.read_csv('TEP_normal.csv').iloc[:, 3:]
d1 = pd.read_csv('TEP_fault4.csv').iloc[:, 3:]
X = np.r_[d0.values, d1.values].astype('float32')
y = np.r_[np.zeros(len(d0)), np.ones(len(d1))]

# fixed engineering ranges from the process book
rng = pd.read_csv('ranges.csv')
X = (X - rng['lo'].values) / (rng['hi'].values - rng['lo'].values)
X = X.astype('float32')

# %%
class AE(nn.Module):
    def __init__(self, n_in=52, z=8):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(n_in, 32), nn.ReLU(), nn.Linear(32, z))
        self.dec = nn.Sequential(nn.Linear(z, 32), nn.ReLU(), nn.Linear(32, n_in))

    def forward(self, x):
        return self.dec(self.enc(x))

ae = AE()
opt = torch.optim.Adam(ae.parameters(), 1e-3)
dl = DataLoader(TensorDataset(torch.from_numpy(X)), 256, shuffle=True)
for ep in range(30):
    tot = 0
    for (b,) in dl:
        opt.zero_grad()
        l = ((ae(b) - b) ** 2).mean()
        l.backward(); opt.step()
        tot += l.item()
    if ep % 5 == 0:
        print(ep, tot / len(dl))

# %%
with torch.no_grad():
    Z = ae.enc(torch.from_numpy(X)).numpy()
    err = ((ae(torch.from_numpy(X)).numpy() - X) ** 2).mean(1, keepdims=True)
F = np.hstack([Z, err])

# %%
Ftr, Fte, ytr, yte = train_test_split(F, y, test_size=.3, random_state=0)
lr = LogisticRegression(max_iter=1000).fit(Ftr, ytr)
print('AUC', roc_auc_score(yte, lr.predict_proba(Fte)[:, 1]))
