# expected: clean
# found: clean
# %%
import copy
import random
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, transforms
import matplotlib.pyplot as plt
%matplotlib inline

# %%
def seed_everything(s=42):
    random.seed(s); np.random.seed(s); torch.manual_seed(s)
seed_everything()
device = torch.device('cuda:0' if torch.cuda.is_available() else 'cpu')

# %%
tfm = transforms.Compose([transforms.Resize((64, 64)),
                          transforms.ToTensor(),
                          transforms.Normalize([0.5] * 3, [0.5] * 3)])
full = datasets.ImageFolder('/data/weather', transform=tfm)
print(full.classes, len(full))

# %%
n = len(full)
n_train, n_val = int(.7 * n), int(.15 * n)
train_ds, val_ds, test_ds = random_split(full, [n_train, n_val, n - n_train - n_val])
train_dl = DataLoader(train_ds, 32, shuffle=True)
val_dl = DataLoader(val_ds, 64)
test_dl = DataLoader(test_ds, 64)

# %%
xb, yb = next(iter(train_dl))
plt.imshow(xb[0].permute(1, 2, 0) * .5 + .5)

# %%
class SmallCNN(nn.Module):
    def __init__(self, k):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(1))
        self.head = nn.Linear(64, k)

    def forward(self, x):
        return self.head(self.body(x).flatten(1))

model = SmallCNN(len(full.classes)).to(device)
opt = torch.optim.Adam(model.parameters(), 1e-3)
lossf = nn.CrossEntropyLoss()

# %%
def accuracy(m, dl):
    m.eval()
    ok = tot = 0
    with torch.no_grad():
        for x, y in dl:
            out = m(x.to(device)).argmax(1).cpu()
            ok += (out == y).sum().item()
            tot += len(y)
    return ok / tot

# %%
best, best_w, wait = 0, None, 0
hist = []
for epoch in range(40):
    model.train()
    for x, y in train_dl:
        x, y = x.to(device), y.to(device)
        opt.zero_grad()
        loss = lossf(model(x), y)
        loss.backward()
        opt.step()
    va = accuracy(model, val_dl)
    hist.append(va)
    print(epoch, loss.item(), va)
    if va > best:
        best, best_w, wait = va, copy.deepcopy(model.state_dict()), 0
    else:
        wait += 1
        if wait == 6:
            print('early stop')
            break

# %%
plt.plot(hist)

# %%
model.load_state_dict(best_w)
print('TEST accuracy', accuracy(model, test_dl))
