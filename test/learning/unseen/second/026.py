# expected: clean
# found: clean
# %%
import pandas as pd, numpy as np
import torch
import pytorch_lightning as pl
from torch import nn
from torch.utils.data import TensorDataset, DataLoader, random_split
from pytorch_lightning.callbacks import ModelCheckpoint, EarlyStopping
from torchmetrics.functional import accuracy

pl.seed_everything(1234)

# %%
ecg_tr = pd.read_csv('mitbih_train.csv', header=None)
ecg_te = pd.read_csv('mitbih_test.csv', header=None)
ecg_tr[187].value_counts()

# %%
class ECGData(pl.LightningDataModule):
    def setup(self, stage=None):
        X = torch.tensor(ecg_tr.iloc[:, :187].values, dtype=torch.float32).unsqueeze(1)
        y = torch.tensor(ecg_tr[187].values, dtype=torch.long)
        full = TensorDataset(X, y)
        n_val = int(.1 * len(full))
        self.tr, self.va = random_split(full, [len(full) - n_val, n_val])
        Xt = torch.tensor(ecg_te.iloc[:, :187].values, dtype=torch.float32).unsqueeze(1)
        self.te = TensorDataset(Xt, torch.tensor(ecg_te[187].values, dtype=torch.long))

    def train_dataloader(self):
        return DataLoader(self.tr, 256, shuffle=True, num_workers=4)

    def val_dataloader(self):
        return DataLoader(self.va, 1024)

    def test_dataloader(self):
        return DataLoader(self.te, 1024)

# %%
class ECGNet(pl.LightningModule):
    def __init__(self, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.f = nn.Sequential(
            nn.Conv1d(1, 32, 5), nn.ReLU(), nn.MaxPool1d(3),
            nn.Conv1d(32, 64, 5), nn.ReLU(), nn.AdaptiveAvgPool1d(8), nn.Flatten(),
            nn.Linear(512, 5))

    def forward(self, x):
        return self.f(x)

    def training_step(self, b, i):
        loss = nn.functional.cross_entropy(self(b[0]), b[1])
        self.log('train_loss', loss)
        return loss

    def validation_step(self, b, i):
        out = self(b[0])
        self.log('val_loss', nn.functional.cross_entropy(out, b[1]), prog_bar=True)

    def test_step(self, b, i):
        out = self(b[0])
        self.log('test_acc', accuracy(out, b[1], task='multiclass', num_classes=5))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)

# %%
dm = ECGData()
net = ECGNet()
ck = ModelCheckpoint(monitor='val_loss', mode='min')
trainer = pl.Trainer(max_epochs=40, gpus=1, callbacks=[ck, EarlyStopping('val_loss', patience=5)])
trainer.fit(net, dm)

# %%
trainer.test(ckpt_path='best', datamodule=dm)
