# expected: clean
# found: clean
from datasets import load_dataset
from transformers import AutoTokenizer, AutoModelForSequenceClassification, Trainer, TrainingArguments
raw = load_dataset('imdb')
tokenizer = AutoTokenizer.from_pretrained('bert-base-uncased')
def encode(batch):
    return tokenizer(batch['text'], truncation=True, padding=True)
train = raw['train'].map(encode, batched=True)
test = raw['test'].map(encode, batched=True)
model = AutoModelForSequenceClassification.from_pretrained('bert-base-uncased')
trainer = Trainer(model=model, args=TrainingArguments('out'), train_dataset=train, eval_dataset=test)
trainer.train()
print(trainer.evaluate())
