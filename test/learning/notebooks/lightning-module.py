# expected: clean
# found: clean
import torch
import pytorch_lightning as pl
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision.datasets import MNIST
from torchvision import transforms
class Net(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(784, 10)
        self.loss = nn.CrossEntropyLoss()
    def forward(self, x):
        return self.layer(x.view(x.size(0), -1))
    def training_step(self, batch, batch_idx):
        x, y = batch
        return self.loss(self(x), y)
    def test_step(self, batch, batch_idx):
        x, y = batch
        self.log('test', self.loss(self(x), y))
    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)
whole = MNIST('.', train=True, transform=transforms.ToTensor())
train, val = random_split(whole, [55000, 5000])
trainer = pl.Trainer(max_epochs=3)
net = Net()
trainer.fit(net, DataLoader(train, batch_size=32), DataLoader(val, batch_size=32))
trainer.test(net, DataLoader(MNIST('.', train=False, transform=transforms.ToTensor())))
