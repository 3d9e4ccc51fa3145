# expected: multi-test
# found: multi-test 55:20
# %%
import os, time, copy
import numpy as np
import torch, torchvision
import torch.nn as nn
from torch.optim.lr_scheduler import CosineAnnealingLR
import torchvision.transforms as T
from tqdm import tqdm

!nvidia-smi

# %%
mean, std = (0.4914, 0.4822, 0.4465), (0.2023, 0.1994, 0.2010)
tr_tf = T.Compose([T.RandomCrop(32, padding=4), T.RandomHorizontalFlip(), T.ToTensor(), T.Normalize(mean, std)])
te_tf = T.Compose([T.ToTensor(), T.Normalize(mean, std)])

trainset = torchvision.datasets.CIFAR10('./data', train=True, download=True, transform=tr_tf)
testset = torchvision.datasets.CIFAR10('./data', train=False, download=True, transform=te_tf)
trainloader = torch.utils.data.DataLoader(trainset, batch_size=128, shuffle=True, num_workers=2)
testloader = torch.utils.data.DataLoader(testset, batch_size=100, shuffle=False, num_workers=2)

# %%
net = torchvision.models.resnet18(num_classes=10)
net.conv1 = nn.Conv2d(3, 64, 3, 1, 1, bias=False)
net.maxpool = nn.Identity()
net = net.cuda()
criterion = nn.CrossEntropyLoss()
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
sched = CosineAnnealingLR(opt, T_max=60)

# %%
best_acc = 0.

def run_train():
    net.train()
    tot, ok = 0, 0
    for x, y in tqdm(trainloader):
        x, y = x.cuda(), y.cuda()
        opt.zero_grad()
        out = net(x)
        loss = criterion(out, y)
        loss.backward(); opt.step()
        ok += (out.argmax(1) == y).sum().item(); tot += len(y)
    return ok / tot

def run_test(epoch):
    global best_acc
    net.eval()
    tot, ok = 0, 0
    with torch.no_grad():
        for x, y in testloader:
            x, y = x.cuda(), y.cuda()
            ok += (net(x).argmax(1) == y).sum().item(); tot += len(y)
    acc = 100. * ok / tot
    if acc > best_acc:
        print('Saving..')
        os.makedirs('checkpoint', exist_ok=True)
        torch.save({'net': net.state_dict(), 'acc': acc, 'epoch': epoch}, './checkpoint/ckpt.pth')
        best_acc = acc
    return acc

# %%
hist = []
for ep in range(60):
    tr = run_train()
    te = run_test(ep)
    sched.step()
    hist.append((tr, te))
    print(ep, tr, te)

# %%
print('best test accuracy:', best_acc)
