/** PyTorch, Lightning and the libraries around them. */
import type { LibraryRows } from '../roles.ts';

export const TORCH: LibraryRows = {
  packages: 'torch lightning',
  marks: true,
  names: {
    dataset: `
      MNIST FashionMNIST KMNIST EMNIST CIFAR10 CIFAR100 SVHN STL10 ImageNet ImageFolder DatasetFolder CelebA IMDB AG_NEWS Food101 Flowers102`,
    holdsRows: 'DataLoader TensorDataset Tensor Variable',
    loader: 'DataLoader',
    datasetBase: 'Dataset IterableDataset TensorDataset LightningDataModule',
    networkBase: 'Module LightningModule',
    reader: 'ImageFolder',
    likeness: 'GaussianBlur',
    splitsByLengths: 'random_split',
    splitsAt: 'torch.split',
    choosesRows: 'Subset',
    stacks: 'ConcatDataset cat',
    stacksFeatures: 'cat',
    permutes: 'randperm',
    makesPlaces: 'torch.zeros torch.ones torch.empty torch.full',
    readsModel: 'load',
    backpropagates: 'backward',
    countsBatches: 'update compute',
    keepsModel: 'to cuda cpu eval train_mode load_state_dict',
    sameRows: 'clone to cuda cpu float long double view',
    ownCopy: 'clone',
  },
};

export const TRANSFORMERS: LibraryRows = {
  packages: 'transformers',
  marks: true,
  names: {
    reader: 'load_dataset',
    readsPieces: 'load_dataset',
    writesModel: 'save_pretrained',
    savesItself: 'save_pretrained',
    readsModel: 'from_pretrained',
    splitsByName: 'train_test_split',
    countsBatches: 'add_batch',
  },
};
