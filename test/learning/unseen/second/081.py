# expected: overlap, preprocessing
# found: overlap 69:9
# undecided: multi-test
# missed: preprocessing
# %%
import glob, random
import numpy as np
import torch
import torch.nn as nn
import torchvision.transforms as T
from PIL import Image
from torch.utils.data import Dataset, DataLoader, Subset
from torchvision.models import resnet18
from copy import deepcopy

dev = torch.device('cuda')

# %%
files = sorted(glob.glob('plant_seedlings/train/*/*.png'))
classes = sorted({f.split('/')[-2] for f in files})
cls2id = {c: i for i, c in enumerate(classes)}
len(files), classes

# %%
# channel statistics of our images
s, s2, n = np.zeros(3), np.zeros(3), 0
for f in files:
    a = np.asarray(Image.open(f).convert('RGB').resize((128, 128))) / 255.
    s += a.sum((0, 1)); s2 += (a ** 2).sum((0, 1)); n += a.shape[0] * a.shape[1]
mean = s / n
std = np.sqrt(s2 / n - mean ** 2)
mean, std

# %%
class Seedlings(Dataset):
    def __init__(self, files, tfm):
        self.files, self.tfm = files, tfm

    def __len__(self):
        return len(self.files)

    def __getitem__(self, i):
        f = self.files[i]
        return self.tfm(Image.open(f).convert('RGB')), cls2id[f.split('/')[-2]]

tfm = T.Compose([T.Resize((128, 128)), T.RandomHorizontalFlip(), T.ToTensor(), T.Normalize(mean.tolist(), std.tolist())])
ds = Seedlings(files, tfm)

# %%
idx = list(range(len(ds)))
random.Random(0).shuffle(idx)
val_ds = Subset(ds, idx[:800])
train_dl = DataLoader(ds, 64, shuffle=True, num_workers=4)
val_dl = DataLoader(val_ds, 128, num_workers=4)

# %%
net = resnet18(pretrained=True)
net.fc = nn.Linear(512, len(classes))
net.to(dev)
opt = torch.optim.SGD(net.parameters(), .01, momentum=.9, weight_decay=1e-4)
crit = nn.CrossEntropyLoss()

best_w, best = None, 0
for ep in range(12):
    net.train()
    for x, y in train_dl:
        opt.zero_grad()
        loss = crit(net(x.to(dev)), y.to(dev))
        loss.backward()
        opt.step()
    net.eval()
    c = 0
    with torch.no_grad():
        for x, y in val_dl:
            c += (net(x.to(dev)).argmax(1).cpu() == y).sum().item()
    acc = c / len(val_ds)
    print(ep, loss.item(), acc)
    if acc > best:
        best, best_w = acc, deepcopy(net.state_dict())

# %%
net.load_state_dict(best_w)
torch.save(best_w, 'seedlings.pth')
print('val accuracy', best)
